"""What an auditor asked for, as the address says it, and what of it has a meaning."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date, timedelta
from typing import Annotated, Final, NamedTuple

import msgspec
from fastapi import Depends

from api.pages.audit.risk_words import RISKS
from api.problems import Problem
from domain.case.case import CASE
from domain.offices.tree import OFFICES
from domain.plausible import FIRST_DAY
from domain.services.catalogue import EVERY_SERVICE
from projections.audit.queries import CasePlace
from projections.audit.wanted import Wanted

_DAYS: Final = timedelta(days=30)


class SearchedFor(NamedTuple):
    """What was asked for. Empty says that it does not matter."""

    officer: str = ""
    office: str = ""
    service: str = ""
    stage: str = ""
    kind: str = ""
    rules: str = ""
    risk: str = ""
    viewer: str = ""
    first: str = ""
    last: str = ""


async def _asked(
    officer: str = "",
    office: str = "",
    service: str = "",
    stage: str = "",
    kind: str = "",
    rules: str = "",
    risk: str = "",
    viewer: str = "",
    first: str = "",
    last: str = "",
) -> SearchedFor:
    return SearchedFor(
        officer.strip(), office, service, stage, kind, rules, risk, viewer.strip(), first, last
    )


Asked = Annotated[SearchedFor, Depends(_asked)]


def wanted(asked: SearchedFor, today: date) -> Wanted:
    """Raises 404 for a code that there is not, and 422 for what is no period."""
    known = (
        (asked.office, OFFICES),
        (asked.service, EVERY_SERVICE),
        (asked.stage, CASE.words.stages),
        (asked.kind, CASE.words.events),
        (asked.risk, RISKS),
    )
    if any(code and code not in codes for code, codes in known):
        raise Problem("not-found", 404)
    first, last = _period(asked, today)
    return Wanted(
        first,
        last,
        officer=asked.officer,
        kind=asked.kind,
        rules=asked.rules,
        risk=asked.risk,
        office=asked.office,
        service=asked.service,
        stage=asked.stage,
        viewer=asked.viewer,
    )


def _period(asked: SearchedFor, today: date) -> tuple[date, date]:
    """The days that were asked for. Without any it is the last month."""
    try:
        last = date.fromisoformat(asked.last) if asked.last else today
        first = date.fromisoformat(asked.first) if asked.first else None
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if FIRST_DAY <= last <= today:
        begun = max(last - _DAYS, FIRST_DAY) if first is None else first
        if FIRST_DAY <= begun <= last:
            return begun, last
    raise Problem("at-invalid", 422)


def cursor_of(place: CasePlace) -> str:
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(cursor: str) -> CasePlace:
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return msgspec.json.decode(raw, type=CasePlace)
    except (ValueError, msgspec.DecodeError):
        raise Problem("cursor-invalid", 400) from None
