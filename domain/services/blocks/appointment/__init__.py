"""When and where somebody comes by appointment."""
