"""What the three deferrals ask for. They are granted by the issuing office only (139 art. 73)."""

from abc import abstractmethod
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.services.about_licence import AboutLicence
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.fields import LATEST
from domain.services.choices import ONLINE, Capacity, DocumentKind, UserKind
from domain.services.deferral import words
from domain.services.deferral.facts import DeferralFacts, DeferralReason
from domain.services.form import papers_of
from domain.services.judgement import Judgement, defect, judgement

CALENDAR: Final = Calendar()
ALWAYS: Final = frozenset(
    {
        DocumentKind.DEFERRAL_PROOF,
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.LICENCE_PHOTO_PAGE,
    }
)


def documents_for(facts: DeferralFacts) -> frozenset[DocumentKind]:
    return _asked_of(facts.capacity)


def _asked_of(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


def _due(clock: Clock, base: date, today: date) -> date:
    return due(clock, base, judged_on=today, calendar=CALENDAR)


def counted_from(base: date, seen: Judgement) -> date:
    """Notes the day from which the deferral counts, if it is applied for in time.

    Online that is a month before this day, at a window until it. No law says so.
    """
    seen.base_on = base
    last = _due(Clock.DEFER_APPLY, base, seen.today) if seen.channel in ONLINE else base
    if seen.today > last:
        raise defect("R-TOO-LATE")
    return base


class DeferralForm(AboutLicence):
    """While a deferral runs the holder may not drive."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})
    FACTS: ClassVar[type[DeferralFacts]]

    reason: Annotated[DeferralReason, words.REASON]
    requested_until: Annotated[date, words.REQUESTED_UNTIL]
    documents: Documents = ()

    @property
    @abstractmethod
    def base_on(self) -> date:
        """The day on which the duty falls due without the deferral."""

    @field_validator("requested_until")
    @classmethod
    def _within_the_longest(cls, day: date, info: ValidationInfo) -> date:
        seen = judgement(info)
        if day > LATEST:
            raise defect("date_range")
        if (base := seen.base_on) is None:
            return day
        if day <= base:
            raise defect("deferral_not_later")
        if day > _due(Clock.DEFER_END, base, seen.today):
            raise defect("deferral_too_long")
        return day

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(_asked_of(judgement(info).capacity), value, handler)

    def facts(self) -> DeferralFacts:
        return self.FACTS(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            reason=self.reason,
            base_on=self.base_on,
            requested_until=self.requested_until,
        )
