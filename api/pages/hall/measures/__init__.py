"""What a city's halls keep beyond the announcement, and the form by which that is changed."""
