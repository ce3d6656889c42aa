"""The facts of a violation that are stored in the clear."""

from domain.services.penal.facts import ViolationFacts


class ViolationHandlingFacts(ViolationFacts, frozen=True, kw_only=True, tag="violation_handling"):
    """They are those of every violation that a driver has dealt with."""
