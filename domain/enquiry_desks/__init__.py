"""Who of an office answers questions at the moment, and which are in whose hands."""
