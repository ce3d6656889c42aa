"""What people see: server-rendered pages that need no JavaScript."""
