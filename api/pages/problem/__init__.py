"""The page to which a problem's type resolves."""
