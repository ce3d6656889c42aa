"""The shell around the product: its command line, its set-up and what wires the parts together."""
