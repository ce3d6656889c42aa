"""The carriers that are elsewhere, over HTTP."""
