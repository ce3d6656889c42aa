"""Whose vehicle it is looks up what cameras have recorded of it, and has it dealt with."""
