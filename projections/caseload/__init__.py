"""What is in hand, where and until when."""
