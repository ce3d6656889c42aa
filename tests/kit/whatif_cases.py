"""Cases of Zhengzhou that need a window, told under decisions about it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cheguan.whatif.decided_world import decided_world
from cheguan.whatif.decision_file import read_decisions
from cheguan.whatif.world import World
from domain.calendar import OFFICE_ZONE
from domain.case.deadlines.commands import FollowOpenings
from domain.case.intake.commands import AcceptCase, MoveToOnSite, RecordOnSiteVisit
from domain.case.intake.reasons import OnSiteReason
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, StartReview
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.services.facts import AtCounter
from tests.kit.life import CLERK, REVIEWER, Life, recorded
from tests.kit.plate_histories import all_checks

ZHENGZHOU = "410100"
NEVER = World({}, ())
"""Nobody has decided anything."""
_FOLLOWS = system("case_follows_openings")


def decisions(*windows: str) -> str:
    """A file of Zhengzhou: ``closed 2020-01-31``, ``open 2020-03-02`` and so on, in their order.

    It has no class, so it closes and opens what it names.
    """
    return "\n".join(_decision(*each.split()) for each in windows)


def _decision(what: str, day: str) -> str:
    said = (
        'command = "SuspendWindows"'
        if what == "closed"
        else 'command = "OpenWindowsLocally"\n'
        f'offices = ["{ZHENGZHOU}"]\nservices = ["reissue_replace", "registration"]'
    )
    return f'[[decision]]\nregion = "{ZHENGZHOU}"\neffective_on = {day}\n{said}\n'


def world(*windows: str) -> World:
    made = decided_world(NEVER, read_decisions(decisions(*windows)))
    assert made.refused == []
    return made.world


def beijing(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2020, month, day, hour, tzinfo=OFFICE_ZONE).astimezone(UTC)


class WindowLife(Life):
    """A case that looks at the windows of a world, as its service does."""

    def __init__(self, under: World, number: int, at: datetime, **facts: Any) -> None:
        self.seen = under.seen
        super().__init__("plate_reissue", number, at, **{"pays": None, **facts})

    def to(self, at: datetime) -> "WindowLife":
        """The next command is given at that instant."""
        self.now = at - timedelta(minutes=1)
        return self

    def follows(self, at: datetime) -> "WindowLife":
        """The service lets the case follow what was decided."""
        self.to(at).does(_FOLLOWS, FollowOpenings())
        return self

    def told(self, until: datetime) -> Sequence[RecordedEvent]:
        return [each for each in recorded([self]) if each.at <= until]


def called_to_the_window(under: World, number: int, visit: datetime) -> WindowLife:
    """Applies on 3 February, is called on the 4th, comes at ``visit`` and is approved at once."""
    life = WindowLife(under, number, beijing(2, 3))
    life.to(beijing(2, 4)).does(CLERK, MoveToOnSite(reason=OnSiteReason.SUSPICION))
    life.to(visit).does(CLERK, RecordOnSiteVisit())
    life.does(REVIEWER, StartReview(), *all_checks(life.state.service))
    life.after(days=1).does(REVIEWER, ApproveCase())
    return life


def ready_to_collect(under: World, number: int, ready: datetime) -> WindowLife:
    """Applies on 3 February for a pick-up, and the plates are ready."""
    life = WindowLife(under, number, beijing(2, 3), delivery=AtCounter(ZHENGZHOU))
    life.to(beijing(2, 4)).does(CLERK, AcceptCase())
    life.does(REVIEWER, StartReview(), *all_checks(life.state.service), ApproveCase())
    life.to(ready).does(CLERK, OrderProduction(), RecordProduction(document_no="HP00000001"))
    return life
