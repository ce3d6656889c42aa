"""What partners are told of their cases, to addresses of the open internet only (ADR 104)."""
