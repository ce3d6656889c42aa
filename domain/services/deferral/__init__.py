"""What the three deferrals of a licence holder's duties have in common."""
