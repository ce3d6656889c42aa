"""The review: first the checks are recorded, then one decision is taken."""
