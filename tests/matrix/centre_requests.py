"""How the routes of network office centres are asked, each about one where staff is lacking."""

import json
from collections.abc import Mapping
from itertools import count
from typing import Final

from api.desk import Desk
from api.resource import API
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind
from domain.centres.commands import IssueWorkRules, ReportCentreIncident
from domain.centres.state import centre_of
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role
from tests.kit.offices import asked
from tests.matrix.ask import FORM, Ask

_CENTRES: Final = f"{API}/centres/{{centre}}"
_PAGE: Final = "/prefecture/centre"
_CENTRE: Final = f"{ZHENGZHOU}.noc"
_HEAD: Final = Actor(Role.SUPERVISOR, "head-of-centre", ZHENGZHOU)


def _ask(numbered: str = "", **fields: object) -> Ask:
    """``numbered`` is a field whose value is the number that stands for it in the address."""
    body = json.dumps({"office": _CENTRE, **fields})
    return Ask(body[:-1] + f', "{numbered}": {{{numbered}}}}}' if numbered else body)


CENTRES: Final[Mapping[str, Ask]] = {
    f"GET {_CENTRES}": Ask(),
    f"GET {_CENTRES}/history": Ask(),
    f"POST {_CENTRES}/issue-work-rules": _ask(
        document_no="郑公交车管〔2020〕7号", effective_on="{centre_day}"
    ),
    f"POST {_CENTRES}/confirm-work-rules": _ask("version"),
    f"POST {_CENTRES}/roster-centre-shift": _ask(
        day="{centre_day}", shift="day", officers=["clerk-1", "clerk-2"]
    ),
    f"POST {_CENTRES}/register-equipment": _ask(item="{centre_item}", equipment="workstation"),
    f"POST {_CENTRES}/report-centre-incident": _ask(kind="staff_shortage", lacking=1),
    f"POST {_CENTRES}/remedy-centre-incident": _ask("incident", remedy="staff_added"),
    f"GET {_PAGE}": Ask(),
    f"POST {_PAGE}": Ask(
        f"region={ZHENGZHOU}&key=1&act=report-centre-incident&kind=staff_shortage&lacking=1",
        media_type=FORM,
    ),
}


class FreshCentres:
    """Issues rules for each request about a centre, and reports that somebody is lacking."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._items = count(1)

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        if "{centre}" not in route:
            return {}
        stream = centre_of(_CENTRE)
        issue = IssueWorkRules(office=_CENTRE, document_no="1", effective_on=self._desk.today)
        short = ReportCentreIncident(
            office=_CENTRE, kind=CentreIncidentKind.STAFF_SHORTAGE, lacking=1
        )
        for command in (issue, short):
            await self._desk.door.handle(CENTRE, stream, command, asked(command, _HEAD))
        opened, _ = await self._desk.door.open(CENTRE, stream, _HEAD)
        return {
            "centre": _CENTRE,
            "version": str(opened.state.version),
            "incident": str(opened.state.incidents),
            "centre_day": self._desk.today.isoformat(),
            "centre_item": f"WS-{next(self._items)}",
        }
