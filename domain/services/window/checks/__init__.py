"""What is checked at windows beside what every application is checked for."""
