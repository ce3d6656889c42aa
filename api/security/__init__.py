"""What may be an attack, or must be accounted for: a closed list, a log and counters (ADR 41)."""
