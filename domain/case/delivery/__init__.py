"""By postal express or at a window, until the citizen has it."""
