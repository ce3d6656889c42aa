"""Our server on the wire: what a connection may cost, and what it is answered."""
