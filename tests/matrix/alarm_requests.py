"""The alarm of what is overdue in Zhengzhou: its stream, and how its routes are asked."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from api.resource import API
from domain.alarms.events import AlarmTakenOn
from domain.alarms.figure import AlarmFigure
from domain.alarms.state import alarm_of
from domain.event_store.pending import StreamWrite
from domain.message import Event
from domain.offices.tree import ZHENGZHOU
from domain.recorded_event import Envelope
from tests.matrix.ask import FORM, Ask

_ALARM: Final = f"{API}/alarms/{{alarm}}"
_PAGE: Final = "/dashboard/alarms"
_TAKE: Final = {"region": ZHENGZHOU, "figure": "backlog_overdue", "seen": 1}

ALARMS: Final[Mapping[str, Ask]] = {
    f"GET {_ALARM}": Ask(),
    f"GET {_ALARM}/history": Ask(),
    f"POST {_ALARM}/take-on-alarm": Ask(json.dumps(_TAKE)),
    f"POST {_ALARM}/give-alarm-back": Ask("{}"),
    f"GET {_PAGE}": Ask(),
    f"POST {_PAGE}": Ask(
        "act=take&region=410100&figure=backlog_overdue&seen=1&version=0", media_type=FORM
    ),
}


def alarm_taken_on(like: Envelope[Event]) -> StreamWrite:
    """Somebody has taken it on, long ago."""
    taken = AlarmTakenOn(
        region=ZHENGZHOU,
        figure=AlarmFigure.OVERDUE,
        seen=1,
        officer="watch",
        body=ZHENGZHOU,
        taken_on=date(2020, 2, 3),
    )
    return StreamWrite(alarm_of(ZHENGZHOU, AlarmFigure.OVERDUE), 0, (replace(like, event=taken),))
