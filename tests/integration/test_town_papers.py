"""The town hands papers out: a temporary plate is printed by whoever makes the plates."""

from domain.event_store.transaction import Connection
from domain.print_jobs.state import PrintJobStage
from tests.kit.projected import project
from tests.kit.towns import open_town, told

CASES = 40


async def test_whoever_makes_a_document_prints_its_temporary_plate(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        assert await told(town, CASES) == {}
    await project(database_url)
    cursor = await connection.execute(
        "SELECT DISTINCT printing.stage, tracking.stage FROM projections.printing"
        " JOIN projections.tracking ON tracking.stream = printing.case_id"
        " WHERE printing.kind = 'temporary_plate'"
    )
    found = set(await cursor.fetchall())
    printed = {case for stage, case in found if stage == PrintJobStage.PRINTED}
    waiting = {case for stage, case in found if stage == PrintJobStage.WAITING}
    assert printed
    assert waiting <= {"approved", "in_production"}
