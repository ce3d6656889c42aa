"""BAN: until when somebody may not choose a plate number online."""
