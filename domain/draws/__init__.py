"""Draws of plate numbers that anybody can check: a committed seed for each day and prefecture."""
