"""Halls by day: what was cleaned, who was let in, and whether the doors stand open."""
