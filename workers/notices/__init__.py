"""What people are told of their cases: written, given to a provider, and accounted for."""
