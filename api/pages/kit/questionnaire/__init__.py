"""The questions of a form class, and whoever answers them: what pages ask, draw and read."""
