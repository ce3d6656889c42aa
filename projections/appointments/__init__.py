"""Who has an appointment where and when, who waits for one, and who has missed his."""
