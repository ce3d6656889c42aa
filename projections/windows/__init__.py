"""What the prefectures have decided about their windows, and what has become of it."""
