"""The page on which officers enter and leave."""
