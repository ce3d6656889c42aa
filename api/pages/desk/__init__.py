"""Where officers work: their queues, a case, and what can be done in it."""
