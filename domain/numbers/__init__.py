"""NUMBER: a plate number, and which vehicle, owner or case has it."""
