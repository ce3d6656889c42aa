"""A simulated bank: a server of its own, which knows nothing of this service but its callbacks."""
