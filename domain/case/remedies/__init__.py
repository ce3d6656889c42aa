"""What may follow a decision: reconsideration, reopening, revocation."""
