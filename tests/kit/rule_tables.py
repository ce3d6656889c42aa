"""Tables of rules, a row each, which an official can read and correct.

A row says what differs from the normal situation, and whether the checks of the service pass. The
normal situation is the service's own example, read on that day, beside a normal vehicle, licence
and permit; the vehicle is new where the example has no plate. ``情形`` holds ``name=value`` pairs
between semicolons. A name is dotted, such as ``licence.valid_until=2020-02-24``,
``facts.reason=lost``, ``applicant=别人`` or ``numbers.plate_no=另一号牌``. A value is JSON where
it can be read so, and text otherwise. ``licence=`` alone takes the record away.
"""

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.relief import Addition, Relief, Suspension
from domain.clocks.terms import Months
from domain.identifiers.resident_id import parse
from domain.register.vehicle import VehicleRecord
from domain.services.blocks.examples import Body
from domain.services.catalogue import EVERY_SERVICE
from domain.services.given import Given, Numbers
from domain.services.reader import read_form, read_window_form
from tests.kit.register_records import (
    NAME,
    NUMBERS,
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
    found = {check: check.judge(given) for check in EVERY_SERVICE[row.service].checks}
    failed = frozenset(check.refusal for check, verdict in found.items() if verdict is False)
    if failed:
        return FAILS, failed
    unsure = [check for check, verdict in found.items() if verdict is None]
    return (PERSON if unsure else PASSES), frozenset(check.refusal for check in unsure)


def situation(row: Row) -> Given[Any]:
    """The normal situation, with what the row says differs."""
    service = EVERY_SERVICE[row.service]
    body = service.example(row.day)
    read = read_window_form if service.at_window else read_form
    facts = read(json.dumps(body).encode(), today=row.day).facts()
    values: dict[str, Any] = {
        "facts": facts,
        "office": OFFICE,
        "applicant": OWNER,
        "name": NAME,
        "numbers": _numbers(body),
        "proven": True,
        "born_on": parse(body["applicant"]["id_no"], today=row.day).born_on,
        "vehicle": _vehicle(body, row.day),
        "licence": normal_licence(row.day) if "licence" in body else None,
        "permit": normal_permit(row.day) if body.keys() & {"permit", "exam"} else None,
    }
    reliefs = []
    for pair in filter(None, map(str.strip, row.situation.split(";"))):
        name, _, text = pair.partition("=")
        if name.strip() == "relief":
            reliefs.append(_relief(text.split()))
            continue
        part, _, field = name.strip().partition(".")
        if part not in values:
            raise ValueError(f"nothing is called {part}")
        values[part] = _changed(values[part], part, field, text.strip())
    return Given(today=row.day, calendar=_CALENDAR, reliefs=tuple(reliefs), **values)


def _relief(words: Sequence[str]) -> Relief:
    clocks = frozenset(Clock(word) for word in words if word in set(Clock))
    days = [date.fromisoformat(word) for word in words if word[0].isdigit()]
    months = [int(word) for word in words if word.startswith("+")]
    if len(clocks) + len(days) + len(months) < len(words):
        raise ValueError(f"no relief is {words}")
    if months:
        return Addition(clocks, days[0], days[1], Months(months[0]))
    return Suspension(clocks, days[0], days[1] if len(days) > 1 else None)


def _numbers(body: Body) -> Numbers:
    """Those of the normal records, as far as the example names something by them."""
    named = {name for part in body.values() if isinstance(part, dict) for name in part}
    return Numbers(**{n: index for n, index in NUMBERS._asdict().items() if n in named})


def _vehicle(body: Body, day: date) -> VehicleRecord | None:
    if "new_vehicle" in body:
        return new_vehicle(day)
    if "vehicle" not in body:
        return None
    return normal_vehicle(day) if "plate_no" in body["vehicle"] else new_vehicle(day)


def _changed(value: Any, part: str, field: str, text: str) -> Any:
    if isinstance(value, Numbers):
        return value._replace(**{field: text.encode()})
    if field:
        kind = {each.name: each.type for each in msgspec.structs.fields(value)}[field]
        return replace(value, **{field: msgspec.convert(_read(text), kind)})
    if not text and part in _PARTS:
        return None
    if part in {"applicant", "name"}:
        return text.encode()
    if part == "proven":
        return _read(text)
    if part == "born_on":
        return date.fromisoformat(text) if text else None
    return text


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
