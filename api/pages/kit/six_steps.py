"""The way of an application in at most six steps, and the one at which it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from api.language import Language
from domain.case.stage import Stage
from domain.case.state import Case
from domain.services.archetype import Archetype
from domain.services.penal.facts import PenalFacts, ViolationFacts
from domain.services.service import Service
from domain.titles import Title

_SUBMIT: Final = Title("提交", "Submitted")
_ACCEPT: Final = Title("受理", "Acceptance")
_REVIEW: Final = Title("审核", "Review")
_MAKE: Final = Title("制作", "Production")
_DELIVER: Final = Title("送达", "Delivery")
_CLOSE: Final = Title("办结", "Completed")
_ALL: Final = (_SUBMIT, _ACCEPT, _REVIEW, _MAKE, _DELIVER, _CLOSE)
_WITHOUT_A_DOCUMENT: Final = (_SUBMIT, _ACCEPT, _REVIEW, _CLOSE)
_CHOOSE: Final = Title("选号", "Choice")
_REGISTER: Final = Title("登记", "Registration")
_BOOK: Final = Title("预约", "Booking")
_COME: Final = Title("到场", "Attendance")
_TELL: Final = Title("告知", "Facts told")
_DECIDE: Final = Title("处罚决定", "Decision")
_SERVE: Final = Title("送达", "Served")
_ASSESS: Final = Title("核定金额", "Amount")
_PAY: Final = Title("缴款", "Payment")
_WAYS: Final[Mapping[Archetype, Mapping[Stage, Title]]] = MappingProxyType(
    {
        Archetype.RESERVATION: {
            Stage.CHOOSING_NUMBER: _CHOOSE,
            Stage.NUMBER_RESERVED: _REGISTER,
            Stage.COMPLETED: _CLOSE,
        },
        Archetype.APPOINTMENT: {
            Stage.SUBMITTED: _BOOK,
            Stage.ACCEPTED: _COME,
            Stage.COMPLETED: _CLOSE,
        },
    }
)
"""The ways on which nobody reviews an application."""
_PENALTY: Final[Mapping[Stage, Title]] = MappingProxyType(
    {
        Stage.SUBMITTED: _TELL,
        Stage.FACTS_SHOWN: _DECIDE,
        Stage.DISPUTED: _DECIDE,
        Stage.DECIDED: _SERVE,
        Stage.COMPLETED: _CLOSE,
    }
)
_FINE: Final[Mapping[Stage, Title]] = MappingProxyType(
    {Stage.SUBMITTED: _ASSESS, Stage.PAYMENT_PENDING: _PAY, Stage.COMPLETED: _CLOSE}
)
_AT: Final[Mapping[Stage, Title]] = MappingProxyType(
    {
        Stage.PAYMENT_PENDING: _SUBMIT,
        Stage.SUBMITTED: _ACCEPT,
        Stage.CORRECTION_REQUESTED: _ACCEPT,
        Stage.ON_SITE_REQUIRED: _ACCEPT,
        Stage.ACCEPTED: _REVIEW,
        Stage.IN_REVIEW: _REVIEW,
        Stage.APPROVED: _MAKE,
        Stage.IN_PRODUCTION: _MAKE,
        Stage.READY_TO_SEND: _DELIVER,
        Stage.IN_POST: _DELIVER,
        Stage.RETURNED: _DELIVER,
        Stage.READY_FOR_PICKUP: _DELIVER,
        Stage.DELIVERED: _CLOSE,
        Stage.COMPLETED: _CLOSE,
    }
)


class SixSteps(NamedTuple):
    """The names of the steps, and at which one is, from 1."""

    titles: list[str]
    at: int


def six_steps(current: Case, service: Service[Any], language: Language) -> SixSteps | None:
    """None for a case that has left the way: it was refused or withdrawn, or has lapsed.

    What makes no document has neither production nor delivery.
    """
    if issubclass(service.facts, PenalFacts):
        penalty = issubclass(service.facts, ViolationFacts)
        return _on(_PENALTY if penalty else _FINE, current.stage, language)
    if way := _WAYS.get(service.archetype):
        return _on(way, current.stage, language)
    here = _AT.get(current.stage)
    if here is None:
        return None
    if here is _ACCEPT and current.accepted_on:
        here = _REVIEW
    steps = _ALL if service.document else _WITHOUT_A_DOCUMENT
    if here not in steps:
        here = _CLOSE
    return SixSteps([each.text(language) for each in steps], steps.index(here) + 1)


def _on(way: Mapping[Stage, Title], stage: Stage, language: Language) -> SixSteps | None:
    here = way.get(stage)
    if here is None:
        return None
    steps = (_SUBMIT, *dict.fromkeys(way.values()))
    return SixSteps([each.text(language) for each in steps], steps.index(here) + 1)
