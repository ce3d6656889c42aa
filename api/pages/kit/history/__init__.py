"""The history of a stream and how it stands, in words, for the pages that show them."""
