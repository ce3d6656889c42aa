"""The blanks of an office: what is in store, what runs out, and what is entered."""
