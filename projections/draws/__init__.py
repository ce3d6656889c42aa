"""The draw of every prefecture and day, as it is published."""
