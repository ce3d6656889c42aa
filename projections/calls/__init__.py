"""Calls by office and day, as the telephone exchanges count them."""
