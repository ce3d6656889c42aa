"""What an applicant was told of the day of his result, once that day has passed."""
