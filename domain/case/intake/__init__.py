"""From submission to acceptance: payment, completeness, correction, the visit at a window."""
