"""The bank that is elsewhere, over HTTP."""
