"""Cases by who did what in them and when, and who looked at them, for those who audit."""
