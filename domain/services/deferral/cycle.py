"""The licence of a deferral that counts from the end of a points cycle."""

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import ValidationInfo, field_validator

from domain.clocks.clock import Clock
from domain.clocks.duties import around
from domain.clocks.table import due
from domain.services.blocks.licence.fields import EARLIEST
from domain.services.blocks.licence.henan import HenanLicence
from domain.services.deferral import words
from domain.services.deferral.form import CALENDAR, DeferralForm, counted_from
from domain.services.judgement import Judgement, defect, judgement


class LicenceWithDuty(HenanLicence):
    """``due_on`` is the last of the thirty days after the end of the cycle (139 art. 70, 72).

    It is that of the cycle in progress, or of the one before, whose thirty days may still run.
    """

    CLOCK: ClassVar[Clock]

    first_issued_on: Annotated[date, words.FIRST_ISSUED_ON]
    due_on: Annotated[date, words.DUE_ON]

    @classmethod
    @abstractmethod
    def ends(cls, first_issued_on: date, seen: Judgement) -> Iterator[date]:
        """The ends of the cycles that oblige the holder, oldest first."""

    @field_validator("first_issued_on")
    @classmethod
    def _issued_before_today(cls, day: date, info: ValidationInfo) -> date:
        if not EARLIEST <= day <= judgement(info).today:
            raise defect("date_range")
        return day

    @field_validator("due_on")
    @classmethod
    def _due_after_a_cycle(cls, day: date, info: ValidationInfo) -> date:
        seen = judgement(info)
        first: date | None = info.data.get("first_issued_on")
        if first is None or seen.classes is None:
            return day
        ends = around(cls.ends(first, seen), seen.today)
        if day not in [
            due(cls.CLOCK, end, judged_on=seen.today, calendar=CALENDAR) for end in ends
        ]:
            raise defect("due_on_cycle")
        return counted_from(day, seen)


class CycleDeferralForm(DeferralForm):
    licence: LicenceWithDuty

    @property
    def base_on(self) -> date:
        return self.licence.due_on
