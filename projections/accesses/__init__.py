"""Who has looked at a case, as its applicant is told."""
