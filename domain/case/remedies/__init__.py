"""After a decision: reconsideration, reopening, revocation."""
