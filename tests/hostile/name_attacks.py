"""Attacks by forms that say of their sender what his token does not."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any, Final
from uuid import uuid4

import msgspec

from cheguan.bench.submissions import body, row
from domain.services.choices import Channel, UserKind
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import APPLICATIONS, json_post

_TRUE: Final = (Channel.ONLINE_APP, UserKind.REAL_NAME)
"""What the tokens of all applicants here say."""


def _lies(number: int) -> Iterator[dict[str, Any]]:
    """Forms for the vehicle of this number, each of them with another lie, over and over."""
    honest = msgspec.json.decode(body(row(number)))
    acted_for = {"capacity": "agent"}
    agent = {"name": "李四", "id_no": row(number + 1).id_no, "mobile": "13900005678"}
    pairs = [(channel, kind) for channel in Channel for kind in UserKind]
    for channel, kind in cycle(pair for pair in pairs if pair != _TRUE):
        said = honest | {"channel": channel, "user_kind": kind}
        yield said
        yield said | {"applicant": honest["applicant"] | acted_for, "agent": agent}


async def _in_the_name_of_another(assault: Assault) -> None:
    lies = _lies(assault.victim.number)

    for number in range(assault.size.attackers):
        headers = {**assault.asking.by_applicant(number), "Idempotency-Key": str(uuid4())}
        form = msgspec.json.encode(next(lies))
        status = (await assault.ask(number, json_post(APPLICATIONS, form, headers))).status
        assault.that(status in {422, 429, 503}, f"a lie was answered with {status}")
    assault.that(assault.saw["422"] > 0, "no lie was refused")


NAMES: Final = (
    Attack(
        "in the name of another",
        "{size.attackers} applicants send forms for the vehicle of another, as somebody at a "
        "window, as a unit or as his agent.",
        "channel and kind of user are those of the token",
        _in_the_name_of_another,
        full=Size(80, 0),
        short=Size(20, 0),
    ),
)
