"""The facts of a deferred medical certificate that are stored in the clear."""

from domain.services.deferral.facts import DeferralFacts


class MedicalDeferralFacts(DeferralFacts, frozen=True, kw_only=True, tag="medical_deferral"):
    """``base_on`` is the last of the thirty days after the cycle."""
