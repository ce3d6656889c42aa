"""Money that came in and went back, by day, office and way."""
