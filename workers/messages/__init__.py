"""What is written to telephones because of what has happened (ADR 43)."""
