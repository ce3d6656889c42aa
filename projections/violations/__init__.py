"""Violations on record, found by the plate of the vehicle."""
