"""What the applicant wrote is sealed before it is stored, and gone with its key."""

import json
import secrets
from collections.abc import AsyncIterator

import pytest
from psycopg.conninfo import make_conninfo

from domain.case.case import CASE
from domain.door.door import Begun
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection
from domain.keyring import KeyErased, Keyring
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.services.form import Form
from domain.services.reader import read_form
from domain.submission.sealing import Applications
from domain.vault import BlindIndex, Purpose, unseal
from domain.wrapping import Wrapping
from tests.kit.announced import announced
from tests.kit.life import MORNING
from tests.kit.offices import CITIZEN, asked, open_office

TODAY = MORNING.date()
INDEX, NAMES = BlindIndex(bytes(32)), BlindIndex(bytes([1] * 32))
PERSONAL = ("张三", "410102199202291236", "A1B2C3", "LZYTBTD60L1000123", "13800001234", "示例路")


def form(service: str) -> Form:
    return read_form(json.dumps(CATALOGUE[service].example(TODAY)).encode(), today=TODAY)


@pytest.fixture
async def keyring(database_url: str) -> AsyncIterator[Keyring]:
    table = PostgresKeyTable(database_url)
    yield Keyring(table, Wrapping({1: secrets.token_bytes(32)}), ahead=4)
    await table.close()


@pytest.mark.parametrize("service", list(OPEN_SERVICES))
async def test_nothing_personal_is_stored_in_the_clear(
    service: str, database_url: str, keyring: Keyring, connection: Connection
) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    case, command = await applications.prepare(form(service))
    async with open_office(database_url) as office:
        await announced(office.door, service)
        await office.door.begin(CASE, Begun(case, command, asked(command, CITIZEN)))
    cursor = await connection.execute(
        "SELECT state FROM stored_events UNION ALL SELECT outcome FROM command_log"
    )
    stored = b"".join([row[0] for row in await cursor.fetchall()]).decode()
    assert not [text for text in PERSONAL if text in stored]


async def test_it_is_read_again_with_the_key_and_lost_without(
    database_url: str, keyring: Keyring, connection: Connection
) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    case, command = await applications.prepare(form("plate_reissue"))
    key = await keyring.key(command.key_id)
    applicant = json.loads(unseal(key, case, "applicant", command.sealed["applicant"]))
    assert applicant["name"] == "张三"
    assert command.id_no_index == INDEX.of(Purpose.ID_NO, applicant["id_no"])

    await connection.execute("DELETE FROM vault.data_key WHERE key_id = %s", (command.key_id,))
    table = PostgresKeyTable(database_url)
    with pytest.raises(KeyErased):
        await Keyring(table, Wrapping({1: bytes(32)})).key(command.key_id)
    await table.close()


async def test_one_person_has_one_index_and_every_case_its_own_key(keyring: Keyring) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    (first, one), (second, other) = [
        await applications.prepare(form("renewal_deferral")) for _ in range(2)
    ]
    assert first != second
    assert one.key_id != other.key_id
    assert one.claim == other.claim
    assert one.id_no_index == other.id_no_index


async def test_an_agent_has_the_index_that_he_would_have_as_an_applicant(keyring: Keyring) -> None:
    body = CATALOGUE["renewal_deferral"].example(TODAY)
    number = body["applicant"]["id_no"]
    agent = {"name": "李四", "id_no": number, "mobile": "13800138000"}
    body |= {"channel": "window", "agent": agent}
    body["applicant"] |= {"capacity": "agent"}
    mandate = {**body["documents"][0], "kind": "mandate", "sha256": f"{9:064x}"}
    body["documents"] = [*body["documents"], mandate]
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    _, alone = await applications.prepare(form("renewal_deferral"))
    acted_for = read_form(json.dumps(body).encode(), today=TODAY)
    _, command = await applications.prepare(acted_for)
    assert command.agent_index == INDEX.of(Purpose.ID_NO, number)
    assert alone.agent_index is None


async def test_two_services_of_one_vehicle_claim_apart(keyring: Keyring) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    _, plates = await applications.prepare(form("plate_reissue"))
    _, contact = await applications.prepare(form("vehicle_contact_change"))
    assert plates.plate_index == contact.plate_index
    assert plates.claim != contact.claim


async def test_a_vehicle_without_plate_is_claimed_by_its_vin_whoever_applies(
    keyring: Keyring,
) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    body = CATALOGUE["temp_plate"].example(TODAY)
    another = body | {"applicant": body["applicant"] | {"id_no": "410102198501011236"}}
    other_vehicle = body | {"vehicle": body["vehicle"] | {"vin": "LZYTBTD60L1000123"}}
    commands = [
        (await applications.prepare(read_form(json.dumps(each).encode(), today=TODAY)))[1]
        for each in (body, another, other_vehicle)
    ]
    assert commands[0].claim == commands[1].claim
    assert commands[0].claim != commands[2].claim
    assert [command.plate_index for command in commands] == [None, None, None]


@pytest.mark.parametrize(
    ("service", "part", "field", "other"),
    [
        ("plate_reissue", "vehicle", "plate_no", "豫A54321"),
        ("plate_reissue", "vehicle", "plate_kind", "01"),
        ("renewal_deferral", "licence", "file_no", "410100999999"),
        ("exam_booking", "permit", "permit_no", "4101999999"),
    ],
)
async def test_a_second_name_opens_no_second_case(
    service: str, part: str, field: str, other: str, keyring: Keyring
) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    body = CATALOGUE[service].example(TODAY)
    renamed = body | {part: body[part] | {field: other}}
    claims = {
        (await applications.prepare(read_form(json.dumps(each).encode(), today=TODAY)))[1].claim
        for each in (body, renamed)
    }
    assert len(claims) == 1


async def test_without_the_vault_no_application_is_taken(database_url: str) -> None:
    table = PostgresKeyTable(make_conninfo(database_url, port=1))
    keyring = Keyring(table, Wrapping({1: bytes(32)}))
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    with pytest.raises(StoreUnavailable):
        await applications.prepare(form("plate_reissue"))
    await table.close()


@pytest.mark.parametrize(
    ("service", "part", "field", "other"),
    [
        ("fine_payment", "decision", "decision_no", "4101059999999999"),
        ("violation_handling", "violation", "violation_no", "4101059999999999"),
        ("exam_booking", None, "subject", "SUBJ1"),
        ("new_vehicle_preselect", "vehicle", "vin", "LGXC16DF4L0000019"),
    ],
)
async def test_one_person_may_have_several_matters_open_and_each_of_them_once(
    service: str, part: str | None, field: str, other: str, keyring: Keyring
) -> None:
    applications = Applications(keyring, INDEX, NAMES, CATALOGUE)
    body = CATALOGUE[service].example(TODAY)
    changed = {**body, part: {**body[part], field: other}} if part else {**body, field: other}
    claims = [
        (await applications.prepare(read_form(json.dumps(each).encode(), today=TODAY)))[1].claim
        for each in (body, body, changed)
    ]
    assert claims[0] == claims[1] != claims[2]
