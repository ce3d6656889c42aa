"""The document is made, the old one settled, the case closed."""
