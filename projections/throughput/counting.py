"""What is counted of a case, and at which place, while a run of its events is told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from projections.engine.log_reader import Read
from projections.throughput import measures
from projections.throughput.row import Counted, CountedAt, SoFar, Tally

_STAGES: Final[Mapping[str, Stage]] = {stage.value: stage for stage in Stage}


class Counting:
    """Counts during one fold, on copies of what the row holds.

    ``at`` is the instant of the event that is told, and ``rules`` are those it was decided by.
    ``by_program``: no person did it.
    """

    __slots__ = (
        "_at",
        "_known",
        "_measures",
        "_open_at",
        "_place",
        "_seconds",
        "_tallies",
        "at",
        "by_program",
        "completed_at",
        "green",
        "office",
        "row",
        "rules",
        "so_far",
        "stage",
    )

    def __init__(self, row: Counted) -> None:
        self.row = row
        self.at, self.rules, self.by_program = row.submitted_at, "", False
        self.office, self.green, self.stage = row.office, row.green, _STAGES[row.stage]
        self.so_far = replace(row.so_far)
        self.completed_at = row.completed_at
        self._at: datetime | None = None
        self._place: CountedAt | None = None
        *self._tallies, last = row.tallies
        self._open_at, self._measures, self._seconds = last.at, [*last.measures], last.seconds
        self._known = len(self._measures)

    def count(self, *counted: str) -> None:
        """Counts a measure where the case is, on the day of the event."""
        if self._at is not self.at:
            self._open(self.place)
            self._at = self.at
        self._measures += counted

    def count_at(self, place: CountedAt, measure: str) -> None:
        """Counts a measure at a place where the case once was."""
        self._open(place)
        self._measures.append(measure)
        self._at = None

    @property
    def place(self) -> CountedAt:
        """The place where the case is, on the day of the event."""
        on, place = local_day(self.at), self._place
        if place is None or on != place.on:
            place = self._place = CountedAt(on, self.office, self.green)
        return place

    def takes(self, seconds: int) -> None:
        """Adds the working time of a decision to what is counted here and today."""
        self.count()
        self._seconds += seconds

    def goes_to(self, office: str, *, green: bool) -> None:
        """Moves the case from one office to another, at the same stage."""
        self.count(measures.LEAVES[self.stage])
        self.office, self.green = office, green
        self._at = self._place = None
        self.count(measures.COMES[self.stage])

    def is_past_correction(self) -> None:
        """Counts whether papers had to be corrected, and whether once was enough."""
        if self.so_far.corrected:
            self.count_at(self.so_far.corrected, measures.CORRECTED_ONCE)
        self.so_far.submitted = self.so_far.corrected = None

    def ends(self) -> None:
        """Nothing is waited for, and nothing more becomes known of what began on a day."""
        self.is_past_correction()
        self.so_far.due = self.so_far.handed_over = self.so_far.returned = None
        self.so_far.reserved = self.so_far.unnamed = None
        self.so_far.failed_for = None
        self.so_far.holds, self.so_far.accept_rests_from = (), None

    def told(self) -> Counted:
        """The row after the run. It is the same object when nothing has changed."""
        row, tallies = self.row, self.row.tallies
        if len(self._measures) > self._known or len(self._tallies) >= len(tallies):
            self._close()
            tallies = tuple(self._tallies)
        elif self.stage == row.stage and self.office == row.office and self.so_far == row.so_far:
            return row
        return Counted(
            row.stream,
            row.service,
            row.channel,
            self.office,
            self.green,
            self.stage,
            row.submitted_at,
            row.submitted_on,
            self.completed_at,
            self.so_far,
            tallies,
        )

    def _open(self, place: CountedAt) -> None:
        """Opens the tally of a place, at which everything is counted from here on."""
        if place != self._open_at:
            self._close()
            self._open_at = place

    def _close(self) -> None:
        """Closes the tally that is open."""
        self._tallies.append(Tally(self._open_at, tuple(self._measures), self._seconds))
        self._measures, self._seconds = [], 0


Counts = Callable[[Counting, Any], Sequence[str]]
"""From an event of one class to the measures that are counted where the case is."""
NOTHING: Final[Sequence[str]] = ()


def begun(submission: Read) -> Counted:
    """The row after the submission."""
    event, at = submission.envelope.event, submission.envelope.at
    assert isinstance(event, CaseSubmitted)
    here = CountedAt(local_day(at), event.office, False)
    return Counted(
        stream=submission.stream,
        service=event.service,
        channel=event.channel,
        office=event.office,
        green=False,
        stage=event.stage,
        submitted_at=at,
        submitted_on=here.on,
        completed_at=at if event.stage is Stage.COMPLETED else None,
        so_far=SoFar(accept_by=event.accept_by, submitted=here),
        tallies=(Tally(here, (measures.MOVES[Stage.NEW][event.stage],)),),
    )
