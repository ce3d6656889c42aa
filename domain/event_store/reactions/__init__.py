"""What reactions have come to: their places in the log, and what they have postponed."""
