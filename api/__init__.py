"""HTTP in, commands through, problems out."""
