"""Which papers an office hands out on paper, and what it prints."""
