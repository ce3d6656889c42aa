"""Which papers an office has to print, and which it has printed today."""
