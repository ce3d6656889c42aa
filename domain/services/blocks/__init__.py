"""The groups of fields that several forms share."""
