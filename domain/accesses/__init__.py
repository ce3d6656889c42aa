"""Who of the offices has looked at a case, as its applicant may know (ADR 41)."""
