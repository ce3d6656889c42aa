"""What only one case may hold at a time: a stream for each thing."""
