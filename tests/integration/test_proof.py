"""Every figure is folded again from the events and compared: what was tampered with is found."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from projections.caseload.row import CASELOAD
from projections.engine.proof import compared
from projections.engine.proofs import BeingProved, FigureProof, last_proof, prove
from projections.throughput.contribution import THROUGHPUT
from tests.kit.operator import command
from tests.kit.projected import ALL, LIVES, filled, project
from tests.kit.served import NOW, Service
from tests.kit.waiting import until
from workers import prover

AT = datetime(2020, 6, 1, 2, tzinfo=UTC)


async def proved(url: str) -> FigureProof:
    found = await prove(url, ALL, CODEC, AT)
    assert found
    return found


async def count(connection: Connection, query: str) -> int:
    return int((await (await connection.execute(query)).fetchall())[0][0])


async def test_every_row_and_every_figure_is_compared(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    found = await proved(database_url)
    tables = [table for each in ALL for table in each.counts]
    figures = [
        await count(connection, f"SELECT count(*) FROM projections.{t} WHERE value <> 0")
        for t in tables
    ]
    rows = [await count(connection, f"SELECT count(*) FROM projections.{p.name}") for p in ALL]
    assert (found.figures, found.rows) == (sum(figures), sum(rows))
    assert found.figures > 100
    assert found.differences == ()
    assert (found.different, found.parked, found.at) == (0, 0, AT)
    kept = await last_proof(connection)
    assert kept
    assert (kept.figures, kept.differences) == (found.figures, ())


async def test_what_was_tampered_with_is_found_by_its_name(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    for query in (
        "UPDATE projections.throughput_figures SET value = value + 3 WHERE ctid = (SELECT ctid"
        " FROM projections.throughput_figures WHERE measure = 'decided' LIMIT 1)",
        "DELETE FROM projections.throughput_totals WHERE ctid = (SELECT ctid"
        " FROM projections.throughput_totals WHERE measure = 'accepted' AND days = 8 LIMIT 1)",
        "UPDATE projections.tracking SET reference = 'tampered' WHERE ctid = (SELECT ctid"
        " FROM projections.tracking LIMIT 1)",
        "DELETE FROM projections.timers WHERE ctid = (SELECT ctid FROM projections.timers LIMIT 1)",
    ):
        await connection.execute(query)
    found = await proved(database_url)
    by_name = {(each.table, each.figure): each for each in found.differences}
    assert set(by_name) == {
        ("throughput_figures", "decided"),
        ("throughput_totals", "accepted"),
        ("tracking", "rows"),
        ("timers", "rows"),
    }
    tampered = by_name["throughput_figures", "decided"]
    assert (tampered.places, tampered.has - tampered.folded) == (1, 3)
    missing = by_name["timers", "rows"]
    assert (missing.places, missing.folded - missing.has) == (1, 1)


async def test_what_arrives_and_is_folded_meanwhile_makes_no_difference(
    database_url: str, connection: Connection
) -> None:
    """Both are of one moment: while it rests for the first time, much is stored and folded."""
    await filled(database_url, LIVES[:20])
    await project(database_url)
    rested = 0

    async def meanwhile(seconds: float) -> None:
        nonlocal rested
        rested += 1
        if rested == 1:
            await filled(database_url, LIVES[20:])
            await project(database_url)

    for projection in (CASELOAD, THROUGHPUT):
        rested = 0 if projection is CASELOAD else 1
        assert (await compared(connection, projection, CODEC, meanwhile)).differences == []
    assert rested > 1
    assert (await proved(database_url)).different == 0


async def test_events_that_no_read_model_has_folded_yet_make_no_difference(
    database_url: str,
) -> None:
    await filled(database_url, LIVES[:20])
    await project(database_url)
    before = await proved(database_url)
    await filled(database_url, LIVES[20:])
    found = await proved(database_url)
    assert (found.different, found.position) == (0, before.position)


async def test_without_an_event_there_is_nothing_to_compare(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    assert await prove(database_url, ALL, CODEC, AT) is None
    assert await last_proof(connection) is None
    code, said = await asyncio.to_thread(command, database_url, tmp_path, "projections", "prove")
    assert code == 0
    assert "nothing to compare" in said


async def test_nothing_is_called_proven_while_a_read_model_has_not_begun(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    await connection.execute("DELETE FROM projections.position WHERE name = 'throughput'")
    assert await prove(database_url, ALL, CODEC, AT) is None
    assert await last_proof(connection) is None


async def test_one_process_at_a_time_is_at_it(database_url: str, connection: Connection) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    refused = 0

    async def another(seconds: float) -> None:
        nonlocal refused
        with pytest.raises(BeingProved):
            await prove(database_url, ALL, CODEC, AT)
        refused += 1

    await prove(database_url, ALL, CODEC, AT, another)
    assert refused
    assert await count(connection, "SELECT count(*) FROM projections.proofs") == 1


@pytest.mark.parametrize(("hours", "due"), [(1, False), (15, False), (16, True), (40, True)])
def test_it_is_due_once_a_night_from_two_o_clock_on(hours: int, due: bool) -> None:
    """The last time was at ten in the morning of the office."""
    last = FigureProof(AT, 0.0, 1, 1, 1, 0, 1, ())
    assert prover.is_due(last, AT + timedelta(hours=hours)) is due


def test_the_first_time_does_not_wait_for_the_night() -> None:
    assert prover.is_due(None, AT)


async def test_the_worker_does_it_soon_after_the_start_and_then_waits_for_the_night(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    stop = asyncio.Event()
    task = asyncio.create_task(prover.run(database_url, ALL, CODEC, lambda: AT, stop))

    async def done() -> bool:
        return await last_proof(connection) is not None

    await until(done)
    stop.set()
    await task
    stop = asyncio.Event()
    stop.set()
    await prover.run(database_url, ALL, CODEC, lambda: AT, stop)
    assert await count(connection, "SELECT count(*) FROM projections.proofs") == 1


async def test_people_and_operators_see_what_came_of_it(service: Service) -> None:
    assert "重新计算核对" not in (await service.http.get("/dashboard?lang=zh")).text
    await filled(service.url, LIVES[:10])
    await service.fold()
    await prove(service.url, ALL, CODEC, NOW)
    shown = (await service.http.get("/dashboard?lang=zh")).text
    assert "全部数据已于" in shown
    assert "按事件重新计算核对，差异 0" in shown
    english = (await service.http.get("/dashboard?lang=en")).text
    assert "Every figure was folded again from the events as of" in english
    assert "difference 0" in english
    await service.gather()
    assert "cheguan_proof_differences 0.0" in (await service.operators.get("/metrics")).text

    opened = await connect(service.url)
    await opened.execute("UPDATE projections.throughput_figures SET value = value + 1")
    await opened.close()
    found = await prove(service.url, ALL, CODEC, NOW)
    assert found
    assert found.different > 0
    shown = (await service.http.get("/dashboard?lang=zh")).text
    assert 'class="banner warning"' in shown
    assert f"发现 {found.different} 处差异" in shown
    assert "差异 0" not in shown
    wall = (await service.http.get("/dashboard?lang=zh&screen=wall")).text
    assert f"发现 {found.different} 处差异" in wall
    await service.gather()
    metrics = (await service.operators.get("/metrics")).text
    assert f"cheguan_proof_differences {float(found.different)}" in metrics
    assert "cheguan_proof_age_seconds" in metrics
    assert (await service.operators.get("/health/ready")).status_code == 200


async def test_an_operator_proves_it_by_a_command(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    asked = (database_url, tmp_path, "projections", "prove")
    code, said = await asyncio.to_thread(command, *asked)
    assert code == 0
    assert "difference 0" in said
    await connection.execute("UPDATE projections.throughput_figures SET value = value + 1")
    code, said = await asyncio.to_thread(command, *asked)
    assert code == 1
    assert "throughput_figures" in said
