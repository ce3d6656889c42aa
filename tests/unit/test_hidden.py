"""Keys, claims, blind indexes and what is sealed stay where they are."""

from datetime import date

import msgspec
import pytest

from domain.aggregates import AGGREGATES
from domain.hidden import HIDDEN, marks, shown
from domain.message import Event
from tests.kit.histories import lives
from tests.kit.life import Life
from tests.unit.case import situations as s

SECRET = (
    *(
        "_index",
        "key_id",
        "claim",
        "vehicle",
        "licence",
        "mobile_codes",
        "permit",
        "registrant",
        "violation",
        "penalty",
        "question",
        "answer",
    ),
    *("holders", "owner", "_stream", "_streams"),
)
EVENTS = [row.event for each in AGGREGATES for row in each.effects]


def test_an_event_leaves_out_what_only_serves_to_find_and_to_open() -> None:
    said = shown(s.plate_submission())
    assert not [name for name in said if name.endswith(SECRET)]
    assert said["sealed"] == ["applicant", "delivery"]
    assert said["submitted_on"] == "2020-03-02"
    assert said["facts"]["service"] == "plate_reissue"


def test_a_state_does_so_too() -> None:
    state = Life("plate_reissue", 1).state
    assert state.key_id
    said = shown(state)
    assert not [name for name in said if name.endswith(SECRET)]
    assert said["sealed"] == sorted(state.sealed)


def test_what_is_not_there_is_not_shown() -> None:
    class Kept(msgspec.Struct, omit_defaults=True):
        on: date
        sealed: dict[str, str] = {}

    assert shown(Kept(date(2020, 3, 2))) == {"on": "2020-03-02"}


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_no_event_of_any_aggregate_has_a_key_or_an_index_that_is_not_marked(
    kind: type[Event],
) -> None:
    secret = {name for name in kind.__struct_fields__ if name.endswith(SECRET)}
    assert {name for name, mark in marks(kind).items() if mark is HIDDEN} == secret
    assert ("sealed" in kind.__struct_fields__) == ("sealed" in marks(kind))


def test_no_history_shows_an_envelope_of_the_vault_but_that_of_a_note() -> None:
    for life in lives(15):
        for envelope in life.envelopes:
            said = shown(envelope.event)
            assert "pii1." not in str({n: v for n, v in said.items() if n != "note"})
