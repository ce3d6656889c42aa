"""The words of the pages for what the domain stores as codes."""
