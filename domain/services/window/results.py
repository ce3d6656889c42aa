"""What a station has found, or what is decided of a violation, as a clerk enters it."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import Field, ValidationInfo, field_validator

from domain.offices.office import OfficeKind
from domain.services.blocks.appointment.kinds import place_of
from domain.services.blocks.block import Block
from domain.services.blocks.past_day import PastDay
from domain.services.blocks.violation import OCCURRED, ActCode, FineYuan, Points, ViolationNo
from domain.services.judgement import defect
from domain.services.window import words
from domain.services.window.penalty_kind import PenaltyKind

STATIONS: Final = frozenset({OfficeKind.INSPECTION_STATION})
WINDOWS_RULED_FROM: Final = date(2000, 1, 1)
"""The first day of which it is known how the steps of the windows are read."""


class StationReport(Block):
    """A safety inspection as the station reports it. It may have been failed."""

    TITLE: ClassVar = words.REPORT
    TEXTS: ClassVar = words.REPORT_TEXTS

    station_id: Annotated[str, Field(max_length=20), words.STATION]
    tested_on: Annotated[PastDay, words.TESTED_ON]
    passed: Annotated[bool, words.PASSED]

    @field_validator("tested_on")
    @classmethod
    def _on_a_day_of_the_windows(cls, day: date) -> date:
        """The station must have been open on that day, of which the rules must tell."""
        if day < WINDOWS_RULED_FROM:
            raise defect("date_range")
        return day

    @field_validator("station_id")
    @classmethod
    def _a_station(cls, text: str) -> str:
        return place_of(text, STATIONS, None)


class Penalty(Block):
    """A violation that is handled at a window, and what is decided: a warning or a fine.

    The window has no limit of the simple procedure, which only what is handled online has.
    """

    TITLE: ClassVar = words.PENALTY
    TEXTS: ClassVar = words.PENALTY_TEXTS

    violation_no: ViolationNo
    occurred_on: Annotated[PastDay, OCCURRED]
    act_code: ActCode
    kind: Annotated[PenaltyKind, words.PENALTY_KIND]
    fine_yuan: FineYuan
    points: Points

    @field_validator("fine_yuan")
    @classmethod
    def _of_the_kind(cls, fine: int, info: ValidationInfo) -> int:
        kind = info.data.get("kind")
        if kind is PenaltyKind.FINE and not fine:
            raise defect("fine_missing")
        if kind is PenaltyKind.WARNING and fine:
            raise defect("fine_with_warning")
        return fine
