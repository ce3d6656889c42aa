"""The shell around the product: its command line, its settings, and what wires its parts."""
