"""The checks that are recorded before a decision, and what a failed one tells the citizen."""
