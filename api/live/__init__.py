"""Tells open pages that the read models have moved."""
