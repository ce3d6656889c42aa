"""The reference of the API, made of its description, with guides."""
