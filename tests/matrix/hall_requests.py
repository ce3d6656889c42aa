"""How the routes of halls are asked, each about a hall that is open and has somebody waiting."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count
from typing import Final
from uuid import UUID, uuid4

from api.desk import Desk
from api.resource import API
from domain.calendar import local_day
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.hall_measures.events import HallMeasuresDecided
from domain.hall_measures.state import measures_of
from domain.halls import events
from domain.halls.rules import REFUSED_FROM, ROUNDS
from domain.halls.state import hall_name, hall_named
from domain.message import Event
from domain.offices.business import WindowGroup
from domain.offices.tree import ZHENGZHOU
from tests.kit.envelopes import enveloped
from tests.kit.life import CLERK
from tests.matrix.ask import FORM, Ask

_HALLS: Final = f"{API}/halls/{{hall}}"
_MEASURES: Final = f"{API}/hall-measures/{{hall_measures}}"
_PAGE: Final = "/hall/measures"


def _json(**fields: object) -> str:
    return json.dumps(fields)


def _today(**fields: object) -> str:
    return _json(office=ZHENGZHOU, on="{hall_on}", **fields)


HALLS: Final[Mapping[str, Ask]] = {
    f"GET {_HALLS}": Ask(),
    f"GET {_HALLS}/history": Ask(),
    f"POST {_HALLS}/record-cleaning": Ask(_today(area="hall", result="clean")),
    f"POST {_HALLS}/record-disinfection": Ask(_today(area="hall", agent="alcohol")),
    f"POST {_HALLS}/check-staff": Ask(_today(duty="hall_staff", present=3, unmasked=0, feverish=0)),
    f"POST {_HALLS}/open-hall": Ask(_today()),
    f"POST {_HALLS}/close-hall": Ask(_json(reason="hygiene")),
    f"POST {_HALLS}/set-hall-limit": Ask(_json(limit=20)),
    f"POST {_HALLS}/record-visits": Ask(
        _json(lane=str(uuid4()), visits=[{"number": 1, "temperature": 365}])
    ),
    f"POST {_HALLS}/issue-ticket": Ask(_json(group="reissue_replace")),
    f"POST {_HALLS}/call-ticket": Ask(_json(counter=4)),
    f"POST {_HALLS}/finish-ticket": Ask(_json(ticket="A001", served=True)),
    "GET /hall": Ask(),
    "GET /hall/{office}/work": Ask(),
    "POST /hall/{office}/work": Ask(
        "act=record-cleaning&area=hall&result=clean&key={case}", media_type=FORM
    ),
    "GET /hall/{office}/door": Ask(),
    "POST /hall/{office}/door": Ask("day={hall_on}&lane={case}&tap=365", media_type=FORM),
    f"GET {_MEASURES}": Ask(),
    f"GET {_MEASURES}/history": Ask(),
    f"POST {_MEASURES}/decide-hall-measures": Ask(
        _json(
            effective_on="2020-03-01",
            staff_temperature=True,
            checks_before_opening=True,
            limited_hall=True,
            reason="the risk is low",
        )
    ),
    f"GET {_PAGE}": Ask(),
    f"POST {_PAGE}": Ask(
        f"region={ZHENGZHOU}&key={{case}}&version=1&measure=staff_temperature&kept=no"
        "&effective_on=2021-01-01&reason=the+risk+is+low",
        media_type=FORM,
    ),
}
_WAITING: Final[tuple[Event, ...]] = (
    events.HallOpened(),
    events.TicketIssued(ticket="A001", group=WindowGroup.REISSUE_REPLACE),
    events.TicketCalled(ticket="A001", counter=3),
    events.TicketIssued(ticket="A002", group=WindowGroup.REISSUE_REPLACE),
)
_DECIDED: Final = HallMeasuresDecided(
    region=ZHENGZHOU,
    effective_on=date(2020, 2, 1),
    staff_temperature=True,
    checks_before_opening=True,
    limited_hall=False,
    body=f"{ZHENGZHOU}-det",
)
_DOOR: Final = "/door"
_OF_TODAY: Final = ("record-cleaning", "record-disinfection", "check-staff", "open-hall")


class FreshHalls:
    """Stores an open hall for each request. Those of today and yesterday are begun once.

    Each of the others lies a day further back, because a hall has one stream a day.
    """

    def __init__(self, desk: Desk) -> None:
        assert isinstance(desk.log, PostgresEventStore)
        self._store, self._clock = desk.log, desk.clock
        self._days = count(2)
        self._begun: set[UUID] = set()

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        if "{hall_measures}" in route or route.endswith(_PAGE):
            await self._begin(measures_of(ZHENGZHOU), [_DECIDED])
            return {"hall_measures": ZHENGZHOU}
        if "{hall}" not in route and not route.endswith(_DOOR):
            return {"office": ZHENGZHOU}
        today = local_day(self._clock())
        day = today - timedelta(days=self._back(route))
        name = hall_name(ZHENGZHOU, day)
        begun = events.HallDayBegun(
            office=ZHENGZHOU,
            day=day,
            limit=60,
            refused_from=REFUSED_FROM.on(day),
            rounds=ROUNDS.on(day),
        )
        await self._begin(hall_named(name), [begun] if day == today else [begun, *_WAITING])
        return {"hall": name, "hall_on": day.isoformat(), "office": ZHENGZHOU}

    def _back(self, route: str) -> int:
        """So many days ago is the hall of the route. The page of the door takes yesterday's."""
        if route.endswith(_OF_TODAY):
            return 0
        return 1 if route.endswith(_DOOR) else next(self._days)

    async def _begin(self, stream: UUID, history: list[Event]) -> None:
        """Stores what has happened before anybody asks, once a stream."""
        if stream in self._begun:
            return
        self._begun.add(stream)
        at = self._clock()
        write = StreamWrite(stream, 0, tuple(enveloped(event, at, CLERK) for event in history))
        answer = await self._store.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))
        assert isinstance(answer, Appended)
