"""The driving licence that an application is about."""
