"""The tills of the windows, a row each."""
