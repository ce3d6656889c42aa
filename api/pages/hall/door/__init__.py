"""The tablet at the door of a hall: one tap a person, also without a connection."""
