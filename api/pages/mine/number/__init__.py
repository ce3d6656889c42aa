"""An applicant chooses the plate number of his application."""
