"""Twenty sown people: none of what they wrote is found where it should not be.

This is invariant I13 of docs/trust-model.md.
"""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import psycopg
import pytest

from cheguan.town.applications import filled_in
from cheguan.town.plans import plan
from domain.people import Role
from tests.kit.one_time_codes import proven
from tests.kit.served import NOW, Service, served

SOWN = 20
_SECRET = (
    *("name", "id_no", "mobile", "plate_no", "vin", "licence_no", "file_no"),
    *("recipient_name", "recipient_mobile", "address", "contact_address", "new_mobile"),
)
_TABLES = """
SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
WHERE table_schema IN ('public', 'projections', 'vault') AND table_type = 'BASE TABLE'"""


def _secrets(body: Any) -> set[str]:
    """The values of the personal fields, wherever they stand."""
    found = set()
    for name, value in body.items():
        if isinstance(value, dict):
            found |= _secrets(value)
        elif name in _SECRET and isinstance(value, str):
            found.add(value)
    return found


async def _sow(service: Service) -> set[str]:
    secrets: set[str] = set()
    for number in range(SOWN):
        sent = msgspec.json.decode(filled_in(plan(99, number), NOW))
        secrets |= _secrets(sent)
        body = await proven(service, sent, f"sown-{number}")
        answer = await service.submit(body, f"sown-{number}", f"sown-{number}")
        assert answer.status_code == 201, answer.text
        case = answer.json()
        note = {"codes": ["R-IDENTITY"], "note": " ".join(sorted(_secrets(body)))}
        refused = await service.command(
            case["id"], "decline-acceptance", 1, note, role=Role.SUPERVISOR, office="410100"
        )
        assert refused.status_code in {200, 404, 409}
    await service.fold()
    return secrets


async def test_no_table_and_no_log_shows_what_twenty_people_wrote(
    database_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with served(database_url, tmp_path) as service:
            secrets = await _sow(service)
    places = {"log": caplog.text, "PostgreSQL's log": _postgres_log(database_url)}
    with psycopg.connect(database_url) as connection:
        for (table,) in connection.execute(_TABLES).fetchall():
            rows = connection.execute(f"SELECT t::text FROM {table} AS t".encode()).fetchall()
            places[table] = "\n".join(row[0] for row in rows)

    assert len(secrets) > 4 * SOWN
    assert places["public.stored_events"].count("\n") > SOWN
    assert places["projections.tracking"].count("\n") == SOWN - 1
    found = [
        (place, len(secret))
        for place, text in places.items()
        for secret in secrets
        if secret in text or secret.encode().hex() in text
    ]
    assert found == []


def _postgres_log(url: str) -> str:
    """Of the server the tests started; empty for one that was given to them."""
    (socket,) = parse_qs(urlsplit(url).query).get("host", [""])
    log = Path(socket).parent / "postgres.log"
    return log.read_text(encoding="utf-8") if socket and log.exists() else ""
