"""The desk at which officers answer questions."""
