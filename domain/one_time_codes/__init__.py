"""Six digits, sent to a telephone, by which somebody shows that it is in his hands (ADR 43)."""
