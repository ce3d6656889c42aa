"""The review: checks on record, then one decision."""
