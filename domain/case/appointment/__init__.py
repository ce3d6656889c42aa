"""Somebody comes at a time for which a place keeps a seat: V09, V11 (ADR 81)."""
