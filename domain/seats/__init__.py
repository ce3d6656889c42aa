"""One seat of a plan: free, taken by one case, or closed."""
