"""How often a client may ask, and how often anybody may guess (ADR 37)."""
