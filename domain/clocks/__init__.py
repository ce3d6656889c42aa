"""Every deadline as a pure function of its start, the rule in force and the calendar."""
