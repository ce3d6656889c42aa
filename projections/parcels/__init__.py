"""Parcels by office and city: handed over, under way, delivered, and what is wrong with them."""
