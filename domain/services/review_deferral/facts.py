"""The facts of a deferred review that are stored in the clear."""

from domain.services.deferral.facts import DeferralFacts


class ReviewDeferralFacts(DeferralFacts, frozen=True, kw_only=True, tag="review_deferral"):
    """``base_on`` is the last of the thirty days after the cycle."""
