"""What the town does with a service beyond its example: a file each, by the code of the service."""
