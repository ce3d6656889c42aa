"""The facts of a deferred renewal that are stored in the clear, and the grounds for it."""

from typing import Annotated

from domain.choice import Choice
from domain.services.blocks.deferral import DeferralFacts
from domain.services.renewal_deferral import words


class DeferralReason(Choice):
    """The grounds of 139 art. 73: military service, being abroad, others."""

    MILITARY = "military", "服兵役", "military service"
    ABROAD = "abroad", "出国（境）", "abroad"
    OTHER = "other", "其他情形", "another ground"


class RenewalDeferralFacts(DeferralFacts, frozen=True, kw_only=True, tag="renewal_deferral"):
    """``base_on`` is the day on which the licence expires."""

    reason: Annotated[DeferralReason, words.REASON]
