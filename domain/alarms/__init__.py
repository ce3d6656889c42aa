"""ALARM: a figure that stands in red, and who has taken it on."""
