"""The prefecture console: what a city has decided about its windows, and the next decision."""
