"""A vehicle that was never registered, and so has no plate."""
