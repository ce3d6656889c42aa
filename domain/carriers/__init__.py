"""Who carries documents to people, and the port behind which each of them stands."""
