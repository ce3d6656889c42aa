"""Commits to the seeds of the days ahead, hands out today's, and reveals those that are over."""
