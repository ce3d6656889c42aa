"""Charts as SVG that the server draws: they need no script, and stand in print and in tests."""
