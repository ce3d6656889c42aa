"""CENTRE: the network office centre of a prefecture, with its rules, people and equipment
(announcement of 2020-02-23: enough staff, sound equipment, complete work rules; ADR 101).
"""

from typing import Final

from domain.access import may_see
from domain.aggregate import Aggregate, Decision
from domain.centres import commands, decisions, events
from domain.centres.changes import EFFECTS
from domain.centres.state import Centre, CentreStage
from domain.centres.words import WORDS
from domain.people import Actor, Role

_STAFF: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_HEAD: Final = frozenset({Role.SUPERVISOR})
_ANY: Final = frozenset(CentreStage)


def _sees(by: Actor, current: Centre, owner: Actor) -> bool:
    """The officials of the office's subtree, and of those above it."""
    return not current.office or may_see(by, office=current.office, owner=owner)


CENTRE: Final = Aggregate(
    kind="centre",
    initial=Centre(),
    event=events.CentreEvent,
    command=commands.CentreCommand,
    decisions=(
        Decision(commands.IssueWorkRules, at=_ANY, by=_HEAD, decide=decisions.issue_rules),
        Decision(commands.ConfirmWorkRules, at=_ANY, by=_STAFF, decide=decisions.confirm_rules),
        Decision(commands.RosterCentreShift, at=_ANY, by=_HEAD, decide=decisions.roster),
        Decision(commands.RegisterEquipment, at=_ANY, by=_HEAD, decide=decisions.register),
        Decision(commands.ReportCentreIncident, at=_ANY, by=_STAFF, decide=decisions.report),
        Decision(commands.RemedyCentreIncident, at=_ANY, by=_HEAD, decide=decisions.remedy),
    ),
    effects=EFFECTS,
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
)
