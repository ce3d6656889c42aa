"""Which partners are told of their cases, whether they take it, and what is done if not."""
