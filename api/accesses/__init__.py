"""Records who of the offices looks at a case (ADR 41)."""
