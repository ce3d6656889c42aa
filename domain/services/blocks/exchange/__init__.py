"""The exchange of an ordinary plate for a new-energy plate."""
