"""The tills of the windows: what was taken, counted, and closed by another officer."""
