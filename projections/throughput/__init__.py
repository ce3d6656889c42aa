"""What happened on which day, where and how fast."""
