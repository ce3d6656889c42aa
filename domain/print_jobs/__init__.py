"""A paper that an office has to print and to hand out."""
