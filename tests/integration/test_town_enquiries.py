"""People of the town call and ask, are answered and sent round, and say what they think of it."""

from cheguan.town.enquiries import TownCalls, TownEnquiries, enquiry_acts
from cheguan.town.story import load
from domain.event_store.transaction import Connection
from projections.enquiries.queries import enquiry_lines
from projections.throughput.definitions.all_definitions import OF_ENQUIRIES
from projections.throughput.lines import summed
from tests.kit.projected import project
from tests.kit.towns import open_town

ACTS = sorted(enquiry_acts(), key=lambda act: act.at)


async def test_every_figure_of_calls_and_questions_has_something_to_tell(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        enquiries = TownEnquiries(town)
        for act in ACTS:
            await enquiries.take(act)
        await project(database_url)
    lines = await enquiry_lines(connection, ACTS[0].at.date(), ACTS[-1].at.date())
    assert [line.key["region"] for line in lines] == ["410100", "410300", "411300"]
    whole = summed(lines, [])[()]
    told = {code: each.of(whole) for code, each in OF_ENQUIRIES.items()}
    asked = sum(not isinstance(act, TownCalls) and act.command is None for act in ACTS)
    assert told["enquiries_received"] == asked
    assert [code for code, value in told.items() if not value] == []
    assert told["assigned_handler_rate"] == 1.0


async def test_the_story_tells_them_beside_its_cases(
    database_url: str, connection: Connection
) -> None:
    until = ACTS[40].at
    async with open_town(database_url) as town:
        await load(town, range(2), until=until, progress=lambda done, of: None, beside=ACTS)
        await project(database_url)
    cursor = await connection.execute("SELECT count(*) FROM projections.enquiries")
    asked = sum(
        not isinstance(act, TownCalls) and act.command is None and act.at <= until for act in ACTS
    )
    assert (await cursor.fetchall())[0][0] == asked
