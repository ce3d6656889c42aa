"""What the applicant agreed to."""
