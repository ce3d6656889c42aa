"""Who is barred from choosing a number online, and until when."""
