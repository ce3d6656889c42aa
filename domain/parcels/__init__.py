"""PARCEL: one posting of one document, from the office to the letterbox or back."""
