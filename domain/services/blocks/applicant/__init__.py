"""Who applies, and who acts for him."""
