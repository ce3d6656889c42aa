"""Tables of rules, a row each, which an official can read and correct.

A row says what differs from the normal situation, and whether the checks of the service pass. The
normal situation is the service's own example, read on that day, beside a normal vehicle, licence
and permit; the vehicle is new where the example has no plate. ``情形`` holds ``name=value`` pairs
between semicolons. A name is dotted, such as ``licence.valid_until=2020-02-24``,
``facts.reason=lost`` or ``applicant=别人``. A value is JSON where it can be read so, and text
otherwise. ``licence=`` alone takes the record away.
"""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.identifiers.resident_id import parse
from domain.register.vehicle import VehicleRecord
from domain.services.blocks.examples import Body
from domain.services.catalogue import CATALOGUE
from domain.services.given import Given
from domain.services.reader import read_form
from tests.kit.register_records import (
    NAME,
    OFFICE,
    OWNER,
    new_vehicle,
    normal_licence,
    normal_permit,
    normal_vehicle,
)

FOLDER: Final = Path(__file__).parents[1] / "rules"
PASSES, FAILS, PERSON = "通过", "不通过", "人工"
_CALENDAR: Final = Calendar()
_PARTS: Final = frozenset({"facts", "vehicle", "licence", "permit"})


class Row(NamedTuple):
    service: str
    rule: str
    law: str
    day: date
    situation: str
    outcome: str
    grounds: frozenset[str]


def rows() -> list[Row]:
    """All rows of all tables."""
    return [_row(file.stem, line) for file in sorted(FOLDER.glob("*.csv")) for line in _lines(file)]


def _lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, strict=True))


def _row(service: str, line: dict[str, str]) -> Row:
    return Row(
        service,
        line["规则"],
        line["依据"],
        date.fromisoformat(line["日期"]),
        line["情形"],
        line["结论"],
        frozenset(line["理由"].split()),
    )


def judged(row: Row) -> tuple[str, frozenset[str]]:
    """What the checks of the service say of the situation, and the grounds of those that fail."""
    given = situation(row)
    found = {check: check.judge(given) for check in CATALOGUE[row.service].checks}
    failed = frozenset(check.refusal for check, verdict in found.items() if verdict is False)
    if failed:
        return FAILS, failed
    unsure = [check for check, verdict in found.items() if verdict is None]
    return (PERSON if unsure else PASSES), frozenset(check.refusal for check in unsure)


def situation(row: Row) -> Given[Any]:
    """The normal situation, with what the row says differs."""
    body = CATALOGUE[row.service].example(row.day)
    facts = read_form(json.dumps(body).encode(), today=row.day).facts()
    values: dict[str, Any] = {
        "facts": facts,
        "office": OFFICE,
        "applicant": OWNER,
        "name": NAME,
        "born_on": parse(body["applicant"]["id_no"], today=row.day).born_on,
        "vehicle": _vehicle(body, row.day),
        "licence": normal_licence(row.day) if "licence" in body else None,
        "permit": normal_permit(row.day) if "permit" in body else None,
    }
    for pair in filter(None, map(str.strip, row.situation.split(";"))):
        name, _, text = pair.partition("=")
        part, _, field = name.strip().partition(".")
        if part not in values:
            raise ValueError(f"nothing is called {part}")
        values[part] = _changed(values[part], part, field, text.strip())
    return Given(today=row.day, calendar=_CALENDAR, **values)


def _vehicle(body: Body, day: date) -> VehicleRecord | None:
    if "vehicle" not in body:
        return None
    return normal_vehicle(day) if "plate_no" in body["vehicle"] else new_vehicle(day)


def _changed(value: Any, part: str, field: str, text: str) -> Any:
    if field:
        kind = {each.name: each.type for each in msgspec.structs.fields(value)}[field]
        return replace(value, **{field: msgspec.convert(_read(text), kind)})
    if not text and part in _PARTS:
        return None
    if part in {"applicant", "name"}:
        return text.encode()
    if part == "born_on":
        return date.fromisoformat(text) if text else None
    return text


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
