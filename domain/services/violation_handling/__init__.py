"""P01 违法处理: a violation recorded by camera is handled by its driver."""
