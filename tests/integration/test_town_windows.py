"""What the town does at windows: the ambulances of the announcement, and what steps have opened."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from typing import Final

import pytest
import pytest_asyncio

from cheguan.town import numbering, officers
from cheguan.town.numbering import AMBULANCE_SERVICE, of_the_announcement
from cheguan.town.plans import plan
from cheguan.town.story import load
from cheguan.town.town import Town
from domain.case.grounds import GreenKind
from domain.case.overlays.events import GreenChannelGranted
from domain.case.overlays.reasons import GreenProof
from domain.case.review.events import CaseApproved
from domain.case.stage import Stage
from domain.event_store.connection import connect
from domain.offices.business import WindowGroup
from domain.offices.tree import OFFICES, ZHENGZHOU
from domain.prefectures.openness import open_on
from domain.prefectures.step import Step
from domain.register.vehicle import UseNature
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import Channel
from domain.services.window.table import ROWS
from domain.vehicles.vehicle import VEHICLE
from tests.conftest import fresh_database
from tests.kit.taken_in import READER, prefectures, taken_in
from tests.kit.towns import open_town, printed, registered

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCALE: Final = 0.001
_SEED: Final = 7
_SOME: Final = range(280_000, 280_100)
_ONE_OF_EACH: Final = {plan(_SEED, n).service: n for n in reversed(range(280_000, 285_000))}
VISITS: Final = sorted({*_SOME, *_ONE_OF_EACH.values()})
_OF_AN_AGE: Final = {"licence_overage_w", "medical_submit_w"}
"""What is refused to whoever is not of the age, or of the class, for which it is."""
FIRST_DAY: Final = date(2020, 2, 24)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(postgres_server: str, migrated_template: str) -> AsyncIterator[Town]:
    """A town that has told the announcement at a small scale, with a hundred visits beside and one
    for each service that windows take in.
    """
    numbers = dict.fromkeys([*of_the_announcement(SCALE), *VISITS])
    with fresh_database(postgres_server, migrated_template) as url:
        async with open_town(url, _SEED) as town:
            assert await load(town, numbers, until=None, progress=lambda done, of: None) == {}
            yield town


async def with_a_number(town: Town) -> int:
    """How many have registered a vehicle with a number that they had chosen online."""
    connection = await connect(town.url)
    try:
        return await registered(connection)
    finally:
        await connection.close()


@pytest.mark.requirement("R27")
async def test_fourteen_ambulances_and_nineteen_temporary_plates_at_any_scale(town: Town) -> None:
    told = await printed(town.url)
    assert re.search(r"ambulances in the green channel +│ +14 ", told)
    assert re.search(r"temporary plates in the green channel +│ +19 ", told)


async def test_the_summary_tells_how_windows_opened_and_by_which_channels_cases_came(
    town: Town,
) -> None:
    told = await printed(town.url)
    assert re.search(r"regions: window business suspended +│ +18 │ +3 │ +3 │", told)
    assert re.search(r"regions: step 1: vehicle-office windows +│ +0 │ +15 │ +0 │", told)
    assert re.search(r"open: vehicle office +│ +0/18 │ +15/18 │ +18/18 │", told)
    assert re.search(r"held by closed windows, in all +│ +│ +│ +[0-9]+ │", told)
    assert re.search(r"emergency handling +│ +14 │", told)
    assert "licences kept from cancellation" in told


@pytest.mark.requirement("R26")
async def test_what_windows_take_in_is_not_counted_as_online(town: Town) -> None:
    assert len(await taken_in(town)) == len(VISITS) + await with_a_number(town) + 14
    online = round(numbering.ONLINE * SCALE)
    assert re.search(rf"online cases since 3 February +│ +{online} ", await printed(town.url))


@pytest.mark.requirement("R27")
async def test_an_ambulance_is_registered_at_a_closed_window_and_stands_in_the_register(
    town: Town,
) -> None:
    ambulances = [each for each in await taken_in(town) if each.facts.service == AMBULANCE_SERVICE]
    closed, leader = await prefectures(town), officers.leader(ZHENGZHOU)
    assert len(ambulances) == 14
    for each in ambulances:
        assert date(2020, 2, 3) <= each.on <= date(2020, 2, 23)
        business = EVERY_SERVICE[AMBULANCE_SERVICE].business
        assert not open_on(closed[ZHENGZHOU], OFFICES[each.window], business, each.on)
        assert (each.window, each.facts.channel) == (ZHENGZHOU, Channel.EMERGENCY)
        (granted,) = (e for e in each.events if isinstance(e, GreenChannelGranted))
        assert (granted.kind, granted.proof) == (GreenKind.AMBULANCE, GreenProof.AUTHORITY)
        assert granted.note is not None
        assert "卫生" not in granted.note
        (approved,) = (e for e in each.events if isinstance(e, CaseApproved))
        assert (each.first.taken_in_by, approved.officer) == (
            leader.person,
            officers.deputy(ZHENGZHOU).person,
        )
        assert each.state.stage is Stage.COMPLETED
        assert each.state.vehicle is not None
        vehicle = (await town.door.open(VEHICLE, each.state.vehicle, READER))[0].state
        assert vehicle.record.use is UseNature.AMBULANCE
        assert vehicle.record.registered_on == approved.decided_on
        assert vehicle.record.plate_no is not None


@pytest.mark.requirement("R05")
@pytest.mark.requirement("R06")
async def test_no_case_is_taken_in_at_a_closed_window_outside_the_green_channel(
    town: Town,
) -> None:
    at_windows = [each for each in await taken_in(town) if not each.state.green]
    found = await prefectures(town)
    assert len(at_windows) == len(VISITS) + await with_a_number(town)
    for each in at_windows:
        region = OFFICES[each.window].region_code
        business = EVERY_SERVICE[each.facts.service].business
        assert each.on >= FIRST_DAY
        assert open_on(found[region], OFFICES[each.window], business, each.on)


@pytest.mark.requirement("R05")
@pytest.mark.requirement("R06")
async def test_on_the_first_day_class_one_takes_nothing_in_and_class_two_what_its_step_opens(
    town: Town,
) -> None:
    found = await prefectures(town)
    class_one = {code for code, each in found.items() if each.class_on(FIRST_DAY) == 1}
    assert class_one == {"410100", "411300", "411500"}
    for code in class_one:
        assert not [each for each in found[code].offices if each.effective_on <= FIRST_DAY]
    taken = [each for each in await taken_in(town) if each.on == FIRST_DAY]
    first = {(each.first.office, each.facts.service) for each in taken}
    assert first
    assert not {office for office, _ in first} & class_one
    papers = {WindowGroup.REISSUE_REPLACE, WindowGroup.TEMPORARY_PLATES}
    assert {EVERY_SERVICE[service].window for _, service in first} <= papers
    for code in found.keys() - class_one:
        assert found[code].step_on(FIRST_DAY) is Step.FIRST


async def test_every_service_of_the_windows_comes_to_its_end_as_its_line_says(town: Town) -> None:
    """What is refused is refused for a check, as the people of the town are what they are."""
    ended: dict[str, set[Stage]] = {}
    for each in await taken_in(town):
        ended.setdefault(each.facts.service, set()).add(each.state.stage)
    assert ended.keys() == ROWS.keys()
    assert {code for code, stages in ended.items() if Stage.COMPLETED not in stages} <= _OF_AN_AGE


async def test_every_kind_of_window_case_comes_to_its_end_in_the_register(town: Town) -> None:
    every = [each for each in await taken_in(town) if not each.state.green]
    ended = Counter(each.state.stage for each in every)
    assert ended.keys() <= {Stage.COMPLETED, Stage.REFUSED, Stage.LAPSED}
    assert ended[Stage.COMPLETED] > 0.8 * len(every)
    assert {"reg_new", "reg_transfer", "exam_s1"} <= {each.facts.service for each in every}
    connection = await connect(town.url)
    cursor = await connection.execute("SELECT DISTINCT topic FROM stored_events")
    topics = {row[0] for row in await cursor.fetchall()}
    await connection.close()
    assert topics >= {
        "RegistrationEntered",
        "OwnershipTransferred",
        "TempPlateRegistered",
        "VehicleDocumentReissued",
        "LicenceDocumentReissued",
        "ExamSat",
    }
