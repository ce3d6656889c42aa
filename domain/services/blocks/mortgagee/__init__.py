"""The mortgagee of a vehicle."""
