"""Durable events in PostgreSQL: the only place in the domain that knows a database."""
