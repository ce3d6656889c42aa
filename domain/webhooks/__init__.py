"""WEBHOOK: where a partner wants to hear of the cases that are his (ADR 104)."""
