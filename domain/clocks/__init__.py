"""Every deadline is a pure function of its start, the rule in force and the calendar."""
