"""WEBHOOK_MESSAGE: one message to one partner, and whether he has taken it (ADR 104)."""
