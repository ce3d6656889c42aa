"""A citizen applies for any service, one thing a page, and his draft waits for him."""
