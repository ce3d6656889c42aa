"""The daily bulletin of the province and of each prefecture, a page of paper."""
