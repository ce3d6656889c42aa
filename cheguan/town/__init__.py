"""The demo's applicants, officers, post and clock: they only give commands, like anyone else."""
