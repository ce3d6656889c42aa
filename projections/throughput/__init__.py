"""The statistics: what happened on which day, where and how fast."""
