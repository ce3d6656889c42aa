"""What the services about a penalty have in common: nobody applies for one."""
