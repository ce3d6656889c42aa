"""What others tell us on their own account, kept until it has become a command."""
