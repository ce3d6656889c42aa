"""The alarms that somebody has taken on, a row each."""
