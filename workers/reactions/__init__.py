"""What follows from an event elsewhere, carried out by commands."""
