"""STOCK: the book of one kind of blanks at one office."""
