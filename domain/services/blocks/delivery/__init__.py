"""Where the document goes."""
