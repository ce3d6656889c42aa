"""The vehicle that an application is about."""
