"""What is counted of a case, and at which place, while a run of its events is told."""

from copy import copy
from datetime import datetime, timedelta
from uuid import UUID

from domain.calendar import local_day
from domain.case.deadlines.due import due_after
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from projections.throughput import measures
from projections.throughput.row import Counted, CountedAt, SoFar, Tally


class Counting:
    """Counts during one fold, on copies of what the row holds.

    ``at`` is the instant of the event that is told.
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
        "green",
        "office",
        "row",
        "so_far",
        "stage",
    )

    def __init__(self, row: Counted) -> None:
        self.row = row
        self.at = row.submitted_at
        self.office, self.green, self.stage = row.office, row.green, Stage(row.stage)
        self.so_far = copy(row.so_far)
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

    def takes(self, working: timedelta) -> None:
        """Adds the working time of a decision to what is counted at the present place."""
        self.count()
        self._seconds += int(working.total_seconds())

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
        """Counts what was still open of the days on which something began: the case has ended."""
        self.is_past_correction()
        self.so_far.handed_over = self.so_far.returned = None

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


def begun(case: UUID, event: CaseSubmitted, at: datetime) -> Counted:
    """The row after the submission."""
    here = CountedAt(local_day(at), event.office, False)
    stage, due = event.stage, due_after(None, Stage.NEW, event.stage, event)
    return Counted(
        stream=case,
        service=event.service,
        channel=event.channel,
        office=event.office,
        green=False,
        stage=stage,
        submitted_at=at,
        submitted_on=here.on,
        so_far=SoFar(due=due, accept_by=event.accept_by, submitted=here),
        tallies=(Tally(here, (measures.MOVES[Stage.NEW][stage],)),),
    )
