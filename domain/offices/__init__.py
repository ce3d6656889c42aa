"""The vehicle offices of Henan as a tree, and the 18 units they belong to."""
