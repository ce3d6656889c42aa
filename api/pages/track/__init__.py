"""The page that tells an applicant where his application is."""
