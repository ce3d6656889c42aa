"""The registers of improvements, a row for each problem."""
