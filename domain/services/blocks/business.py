"""Whether a document is reissued 补领 or replaced 换领, which its reason decides (124 art. 44)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.choice import Choice
from domain.services.judgement import defect
from domain.titles import Title

BUSINESS: Final = Title("补领或者换领", "reissue or replacement")


class Business(Choice):
    """What is gone is reissued 补领, and what is still there is replaced 换领."""

    REISSUE = "reissue", "补领", "reissue"
    REPLACE = "replace", "换领", "replacement"


TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "business_reason": Title(
            zh="业务类型与申请原因不符：遗失、灭失的应申请补领，其他情形应申请换领。",
            en="The business does not fit the reason: what is lost or destroyed is reissued, and "
            "what is still there is replaced.",
        ),
    }
)


def fitting(business: Business | None, reason: Choice, gone: frozenset[Choice]) -> None:
    """Raises the defect if the reason belongs to the other business."""
    if business and (business is Business.REISSUE) != (reason in gone):
        raise defect("business_reason")
