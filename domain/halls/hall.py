"""HALL: a hall on a day, with its hygiene, its door and its counters (ADR 100).

Each hall has a stream a day, so a tablet and a counter wait for no other hall, and what was
recorded on a day is read as a whole.
"""

from typing import Final

from domain.aggregate import Aggregate, Decision
from domain.halls import commands, decisions, entry, events, tickets
from domain.halls.changes import EFFECTS
from domain.halls.keeping import at_the_hall
from domain.halls.state import Hall, HallStage, hall_name
from domain.halls.words import WORDS
from domain.message import PassDeadline
from domain.people import Role

_STAFF: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_SHUT: Final = frozenset({HallStage.NEW, HallStage.PREPARING, HallStage.CLOSED})
_OPENED: Final = frozenset({HallStage.OPEN, HallStage.CLOSED})
_BEGUN: Final = frozenset(HallStage) - {HallStage.NEW}


def _timed(current: Hall) -> Hall:
    return Hall(stage=current.stage, day=current.day)


def _about(current: Hall) -> dict[str, str]:
    return {"hall": hall_name(current.office, current.day)}


HALL: Final = Aggregate(
    kind="hall",
    initial=Hall(),
    event=events.HallEvent,
    command=commands.HallCommand,
    decisions=(
        Decision(
            commands.RecordCleaning,
            at=set(HallStage),
            by=_STAFF,
            decide=decisions.record_cleaning,
        ),
        Decision(
            commands.RecordDisinfection,
            at=set(HallStage),
            by=_STAFF,
            decide=decisions.record_disinfection,
        ),
        Decision(
            commands.CheckStaff,
            at=set(HallStage),
            by=_STAFF,
            decide=decisions.check_staff,
            reads=decisions.staff_read,
        ),
        Decision(
            commands.OpenHall,
            at=_SHUT,
            by=_STAFF,
            decide=decisions.open_hall,
            reads=decisions.opening_read,
        ),
        Decision(
            commands.CloseHall,
            at={HallStage.OPEN},
            by=_STAFF,
            decide=decisions.close_hall,
            who=at_the_hall,
        ),
        Decision(
            commands.SetHallLimit,
            at=_BEGUN,
            by={Role.SUPERVISOR},
            decide=decisions.set_limit,
            who=at_the_hall,
        ),
        Decision(
            commands.RecordVisits,
            at=_OPENED,
            by=_STAFF,
            decide=entry.record_visits,
            reads=entry.measures_of_hall,
            who=at_the_hall,
        ),
        Decision(
            commands.IssueTicket,
            at={HallStage.OPEN},
            by=_STAFF,
            decide=tickets.issue,
            who=at_the_hall,
        ),
        Decision(
            commands.CallTicket,
            at={HallStage.OPEN},
            by=_STAFF,
            decide=tickets.call,
            who=at_the_hall,
        ),
        Decision(
            commands.FinishTicket,
            at={HallStage.OPEN},
            by=_STAFF,
            decide=tickets.finish,
            who=at_the_hall,
        ),
        Decision(
            PassDeadline,
            at={HallStage.OPEN},
            by={Role.SYSTEM},
            decide=decisions.pass_deadline,
        ),
    ),
    effects=EFFECTS,
    words=WORDS,
    timer=decisions.timer,
    timed=_timed,
    office=lambda current: current.office,
    about=_about,
)
