"""The words for what a case stores as a name or a code, Chinese first."""
