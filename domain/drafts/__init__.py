"""Applications that are not finished: kept sealed for a few days, and told to nobody else."""
