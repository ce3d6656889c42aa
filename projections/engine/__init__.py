"""How any read model follows the log: feeds, positions, the writer, rebuilds."""
