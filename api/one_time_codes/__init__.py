"""Where one-time codes are asked for, and their digits entered."""
