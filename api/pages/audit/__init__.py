"""The page on which one case is read event by event."""
