"""The document is made, the old one is settled, and the case is closed."""
