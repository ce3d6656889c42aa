"""Every limit of the service, in one table that its page shows."""
