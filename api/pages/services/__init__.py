"""The pages of what can be applied for."""
