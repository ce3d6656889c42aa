"""Which partners are told of their cases, and which messages they have taken."""
