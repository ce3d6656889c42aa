"""A violation that a camera has recorded, from the picture to what became of it."""
