"""Many applications at once, from their bytes to what the door decides."""
