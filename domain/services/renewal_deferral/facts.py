"""The facts of a deferred renewal that are stored in the clear."""

from domain.services.deferral.facts import DeferralFacts


class RenewalDeferralFacts(DeferralFacts, frozen=True, kw_only=True, tag="renewal_deferral"):
    """``base_on`` is the day on which the licence expires."""
