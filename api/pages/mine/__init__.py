"""A citizen sees his own applications, and acts in them."""
