"""The two registers that can stand behind the port: our own, and one elsewhere."""
