"""Uploads by reference."""
