"""A line: what it tells, and what it never does."""

import sys
from collections.abc import Callable
from typing import Final

import pytest
from prometheus_client import REGISTRY

from api.security import log
from api.security.allowance import Allowance
from api.security.events import (
    EVENTS,
    LINES_LEFT_OUT,
    STREAM_WITHHELD,
    TOKEN_FORGED,
    TRACKING_FAILED,
)
from api.security.log import SecurityLog, arrived, identified, network
from domain.people import Actor, Role
from tests.kit.security_lines import security_lines

REQUEST: Final = {
    "type": "http",
    "method": "POST",
    "path": "/api/v1/tracking/ABCD-EFGH-JKMN-P",
    "client": ("203.0.113.77", 50_000),
}


class Clock:
    """A clock that stands where it is put."""

    now = 600.0

    def __call__(self) -> float:
        return self.now


def counted(code: str) -> float:
    return REGISTRY.get_sample_value("cheguan_security_events_total", {"code": code}) or 0


def test_every_code_stands_once_and_has_words_in_both_languages() -> None:
    assert len({each.code for each in EVENTS}) == len(EVENTS)
    assert all(each.words.zh and each.words.en for each in EVENTS)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2::7", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("no address", ""),
    ],
)
def test_of_an_address_only_the_network_is_told(address: str, told: str) -> None:
    assert network(address) == told


def test_a_line_tells_where_from_and_who_and_not_what_stands_in_the_path() -> None:
    arrived(dict(REQUEST))
    identified(Actor(role=Role.CLERK, id="clerk-7", office="410100"))
    with security_lines() as lines:
        SecurityLog(Allowance()).noted(TRACKING_FAILED, why="wrong")
    (line,) = lines
    assert line.pop("at").endswith("Z")
    assert line == {
        "log": "security",
        "level": "info",
        "code": "tracking-failed",
        "title": "进度查询未通过核对",
        "network": "203.0.113.0/24",
        "route": "POST",
        "by": {"role": "clerk", "id": "clerk-7", "office": "410100"},
        "why": "wrong",
    }


def test_a_line_tells_its_fields_and_no_others() -> None:
    for told in ({}, {"kind": "case"}, {"kind": "case", "stream": "1", "id_no": "410102"}):
        with pytest.raises(TypeError, match="stream-withheld tells"):
            SecurityLog(Allowance()).noted(STREAM_WITHHELD, **told)


def test_a_flood_is_counted_whole_and_written_in_a_few_lines() -> None:
    clock = Clock()
    security, before = SecurityLog(Allowance(2, clock)), counted(TOKEN_FORGED.code)
    with security_lines() as lines:
        for _ in range(1_000):
            security.noted(TOKEN_FORGED)
        clock.now += 60
        security.noted(TOKEN_FORGED)
    assert counted(TOKEN_FORGED.code) == before + 1_001
    assert [line["code"] for line in lines] == ["token-forged"] * 2 + [
        "lines-left-out",
        "token-forged",
    ]
    assert (lines[2]["of"], lines[2]["count"]) == (TOKEN_FORGED.code, 998)


def test_what_was_left_out_is_told_although_nothing_happens_any_more() -> None:
    clock, waiting = Clock(), list[tuple[float, Callable[[], None]]]()

    def later(seconds: float, then: Callable[[], None]) -> bool:
        waiting.append((seconds, then))
        return True

    security = SecurityLog(Allowance(1, clock), later)
    with security_lines() as lines:
        for _ in range(3):
            security.noted(TOKEN_FORGED)
        ((seconds, then),) = waiting
        clock.now += seconds
        then()
    assert seconds == 61
    assert [line["code"] for line in lines] == [TOKEN_FORGED.code, LINES_LEFT_OUT.code]
    assert lines[1]["count"] == 2


def test_the_lines_of_a_process_go_where_it_sends_them(capsys: pytest.CaptureFixture[str]) -> None:
    log.to(sys.stderr)
    SecurityLog(Allowance()).noted(TOKEN_FORGED)
    log.LOG.handlers.clear()
    assert '"code":"token-forged"' in capsys.readouterr().err
