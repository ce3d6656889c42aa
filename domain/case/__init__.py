"""One application: its events, commands, state, life-cycle tables and decisions."""
