"""A simulated carrier: a server of its own, which knows of this service only what it is told."""
