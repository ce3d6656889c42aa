"""The medical certificate: what it says, what of it decides, and who owes one."""
