"""How a window service ends: what is handed out, what it costs, what changes in the register.

A service that has no effect, and of which not even the case shows what was decided, is told and
not taken in (ADR 58).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.register.learner_permit import ExamSubject
from domain.register.reminder_topic import ReminderTopic
from domain.services.blocks.business import Business
from domain.services.checks.check import Check
from domain.services.fees import no_fee
from domain.services.window.effects import Effect
from domain.services.window.facts import WindowFacts
from domain.services.window.originals import Original
from domain.titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """``checks`` and ``originals`` come on top of those of the matter, and ``without`` takes some
    of its checks away. ``twin`` is the number of the online service, and ``exclusive`` the code of
    the one at windows, with which it shares one open case. ``province``: any window may take it in.
    ``replaces``: the old document is handed in. Of a document that is made anew, ``handed_in`` is
    shown if it is replaced and ``if_lost`` if it is reissued. ``also`` are papers that only some
    must show. ``in_person``: nobody acts for the applicant where it is of that kind, or of none
    (124 art. 54, 139 art. 99). ``on_file``: the case itself shows what was decided, because the
    register has nothing of it (ADR 78). ``green``: it is for the green channel at any time.
    ``renewal``: it exchanges a licence that expires. ``settles`` are the rights of which nobody is
    reminded meanwhile. ``step``, ``term``, ``told_fee``, ``outcome`` and ``notes`` are told where
    the rest of the line does not say it.
    """

    document: Title | None = None
    effect: Effect | None = None
    fee: Callable[[WindowFacts, date], int] = no_fee
    checks: tuple[Check, ...] = ()
    without: tuple[Check, ...] = ()
    originals: tuple[Original, ...] = ()
    handed_in: tuple[Original, ...] = ()
    if_lost: tuple[Original, ...] = ()
    also: tuple[Title, ...] = ()
    in_person: frozenset[Business | None] = frozenset()
    twin: str | None = None
    exclusive: str | None = None
    on_file: bool = False
    province: bool = False
    green: bool = False
    renewal: bool = False
    replaces: bool = True
    subject: ExamSubject | None = None
    settles: frozenset[ReminderTopic] = frozenset()
    step: Title | None = None
    term: Title | None = None
    told_fee: Title | None = None
    outcome: Title | None = None
    notes: tuple[Title, ...] = ()


NOTHING_MORE: Final = End()
