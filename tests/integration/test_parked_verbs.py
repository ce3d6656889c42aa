"""``cheguan projections``: what the verbs about parked streams say."""

import io

from rich.console import Console

from cheguan import read_models
from cheguan.registry import REGISTRY
from domain.event_store.transaction import Connection
from tests.kit.histories import lives
from tests.kit.projected import filled, project

TOLD = lives(3)
SICK = TOLD[1]
EACH = len(REGISTRY.names)


def console() -> Console:
    return Console(file=io.StringIO(), width=200)


def said(by: Console) -> str:
    assert isinstance(by.file, io.StringIO)
    return by.file.getvalue()


async def put(connection: Connection, state: bytes) -> None:
    await connection.execute(
        "UPDATE stored_events SET state = %s WHERE originator_id = %s AND originator_version = 2",
        (state, SICK.case),
    )


async def test_parked_streams_are_listed_until_they_are_replayed(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, TOLD)
    cursor = await connection.execute(
        "SELECT state FROM stored_events WHERE originator_id = %s AND originator_version = 2",
        (SICK.case,),
    )
    [(whole,)] = await cursor.fetchall()
    await put(connection, b"no json")
    await project(database_url)
    shown, stopped, healed, nothing = (console() for _ in range(4))
    assert await read_models.show_parked(database_url, REGISTRY.names, shown) == EACH
    assert said(shown).count(str(SICK.case)) == EACH
    assert said(shown).count("DecodeError") == EACH
    assert not await read_models.replay_parked(database_url, REGISTRY, "tracking", None, stopped)
    assert "DecodeError at position" in said(stopped)
    await put(connection, whole)
    assert await read_models.replay_parked(database_url, REGISTRY, "tracking", SICK.case, healed)
    assert said(healed) == f"tracking {SICK.case}: folded\n"
    assert await read_models.show_parked(database_url, REGISTRY.names, console()) == EACH - 1
    assert await read_models.replay_parked(database_url, REGISTRY, "tracking", None, nothing)
    assert said(nothing) == "no stream is parked\n"


async def test_status_counts_the_parked_streams(database_url: str, connection: Connection) -> None:
    await filled(database_url, TOLD)
    await put(connection, b"no json")
    await project(database_url)
    shown = console()
    await read_models.status(database_url, REGISTRY.names, shown)
    [header, *lines] = [line for line in said(shown).splitlines() if "│" in line or "┃" in line]
    place = [name.strip() for name in header.split("┃")].index("parked")
    assert [line.split("│")[place].strip() for line in lines] == ["1"] * EACH
