"""What would have become of the cases under other decisions about windows and reliefs."""
