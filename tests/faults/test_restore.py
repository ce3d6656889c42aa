"""The restore drill: no phantom rows, no dropped events, and a list of what was lost.

The read models are put back as they were before the restore, as if they stood in a
database of their own: without an epoch they would hold rows of events that are gone, and
take the next events for ones they have seen.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Identifier

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.people import Role
from projections.caseload.row import CASELOAD
from projections.engine.digest import digest
from projections.engine.rebuild import rebuild
from tests.kit.backup import backup, restore
from tests.kit.operator import store_command
from tests.kit.projected import rows
from tests.kit.served import Service, served
from tests.kit.vehicles import numbered

KEPT: Final = 15
LOST: Final = 10
"""How many submissions are lost."""
EACH: Final = 3
"""The events of a submission: the case, its claim, its order."""
LATER: Final = 12


async def submit(service: Service, numbers: range) -> list[str]:
    """Submits new cases, each of another vehicle, and returns their ids."""
    example, cases = await service.example("plate_reissue"), []
    for number in numbers:
        example["vehicle"] |= numbered(number)
        answer = await service.submit(example, f"drill-{number}")
        assert answer.status_code == 201, answer.text
        cases.append(answer.json()["id"])
    return cases


def read_models(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the read models, as text."""
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'projections'"
        ).fetchall()
        return {
            table: connection.execute(
                SQL("SELECT t::text FROM {} AS t").format(Identifier("projections", table))
            ).fetchall()
            for (table,) in tables
        }


def put_back(url: str, models: dict[str, list[tuple[object, ...]]]) -> None:
    with psycopg.connect(url) as connection:
        for table, kept in models.items():
            place = Identifier("projections", table)
            connection.execute(SQL("TRUNCATE {}").format(place))
            put = SQL("INSERT INTO {0} SELECT (%s::{0}).*").format(place)
            connection.cursor().executemany(put, kept)


async def stored_versions(connection: Connection, cases: Sequence[str]) -> dict[UUID, int]:
    cursor = await connection.execute(
        "SELECT originator_id, max(originator_version) FROM stored_events"
        " WHERE originator_id = ANY(%s::uuid[]) GROUP BY 1",
        (list(cases),),
    )
    return dict(await cursor.fetchall())


async def test_a_store_restored_behind_its_read_models_loses_nothing_silently(
    postgres_server: str, database_url: str, tmp_path: Path
) -> None:
    url = database_url
    async with served(url, tmp_path) as service:
        kept = await submit(service, range(KEPT))
        await service.fold()
    with backup(postgres_server, url) as older:
        async with served(url, tmp_path) as service:
            lost = await submit(service, range(KEPT, KEPT + LOST))
            await service.fold()
        models = read_models(url)
        restore(postgres_server, url, older)
    put_back(url, models)

    lost_commands = await reads_only(url, tmp_path, kept[0])
    code, told = store_command(url, tmp_path, "status", "--all")
    assert code == 1
    first, last = EACH * KEPT + 1, EACH * (KEPT + LOST)
    assert f"missing: positions {first} to {last}, {EACH * LOST} events" in told
    assert f"lost: {LOST} acknowledged commands" in told
    assert all(case in told for case in lost)
    assert all(command in told for command in lost_commands)
    assert store_command(url, tmp_path, "reconcile")[0] == 1

    code, told = store_command(
        url,
        tmp_path,
        *("new-epoch", "--reason", "drill", "--approved-by", "one", "--approved-by", "other"),
    )
    assert code == 0, told
    assert "Epoch 2 is open" in told
    assert store_command(url, tmp_path, "status")[0] == 0

    async with served(url, tmp_path) as service:
        later = await submit(service, range(100, 100 + LATER))
        held = await service.command(
            later[0], "set-hold", 1, {"kind": "awaiting_check"}, role=Role.SUPERVISOR
        )
        assert held.json()["position"] == EACH * (KEPT + LOST + LATER) + 1
        await service.fold()
    await assert_read_models_are_of(url, [*kept, *later])


async def reads_only(url: str, folder: Path, case: str) -> list[str]:
    """Asserts that questions are answered and commands are not. Returns the lost commands."""
    commands = []
    async with served(url, folder) as service:
        answer = await service.http.get(
            f"/api/v1/applications/{case}",
            headers={"authorization": service.bearer(Role.APPLICANT)},
        )
        assert answer.status_code == 200
        example = await service.example("plate_reissue")
        for number in range(KEPT, KEPT + LOST):
            example["vehicle"] |= numbered(number)
            refused = await service.submit(example, f"drill-{number}")
            assert refused.status_code == 503
            problem = refused.json()
            assert problem["type"] == "/problems/store-read-only"
            assert "cheguan store status" in problem["detail"]
            commands.append(problem["command_id"])
        settled = await service.http.get(
            f"/api/v1/commands/{commands[0]}",
            headers={"authorization": service.bearer(Role.APPLICANT)},
        )
        assert settled.status_code == 503
    return commands


async def assert_read_models_are_of(url: str, cases: Sequence[str]) -> None:
    """Asserts that each stored case has its row, at the last version of its history."""
    connection = await connect(url)
    try:
        folded = {row.stream: row.version for row in await rows(connection, CASELOAD)}
        assert folded == await stored_versions(connection, cases)
        for projection in REGISTRY.projections:
            live = await digest(connection, projection)
            assert await rebuild(url, projection, CODEC) == (live, live)
    finally:
        await connection.close()
