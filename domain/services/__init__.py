"""The services: each a folder with its form, declaration and words, and a line in the catalogue."""
