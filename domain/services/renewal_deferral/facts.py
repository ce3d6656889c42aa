"""What stands of a deferred renewal in the clear."""

from domain.services.blocks.deferral import DeferralFacts
from domain.services.choices import DeferralReason


class RenewalDeferralFacts(DeferralFacts, frozen=True, kw_only=True, tag="renewal_deferral"):
    """``base_on`` is the day on which the licence expires."""

    reason: DeferralReason
