"""The description of the API, to be read and tried."""
