"""The hall of an office on a day: hygiene, entry, and who is called to which counter."""
