"""Every batch of a session is drawn again, and whatever is altered in one is named."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import start_of_day
from domain.draws.batch import digest, draw, drawn_again
from domain.draws.difference import DifferenceKind as Kind
from domain.draws.published import PublishedSession
from domain.draws.verification import verified
from tests.kit.published_draws import (
    BLUE,
    MADE_AT,
    MONDAY,
    REGIONS,
    WEEK,
    Line,
    a_session,
    a_week,
    changed,
    file,
    kinds,
    numbers_of,
    seed,
)

LINES = a_week()
DRAW, SESSION = 1, 1 + 7 * len(REGIONS)
NINE = start_of_day(MONDAY) + timedelta(hours=9)


def offer(**fields: Any) -> Callable[[Line], Line]:
    """Alters the first batch of a session."""

    def change(line: Line) -> Line:
        assert isinstance(line, PublishedSession)
        first = line.offers[0]
        at = fields.pop("offered_at", first.offered_at)
        altered = replace(first, offered_at=at, batch=replace(first.batch, **fields))
        return replace(line, offers=(altered, *line.offers[1:]))

    return change


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"session": UUID(int=77)}, Kind.NUMBERS),
        ({"batch": 3}, Kind.SEQUENCE),
        ({"drawn_on": MONDAY + timedelta(days=1)}, Kind.NUMBERS),
        ({"drawn_on": MONDAY + timedelta(days=1)}, Kind.TIME),
        ({"drawn_on": MONDAY - timedelta(days=1)}, Kind.NO_SEED),
        ({"drawn_on": MONDAY - timedelta(days=1)}, Kind.OTHER_DAYS),
        ({"prefix": "豫B"}, Kind.NUMBERS),
        ({"prefix": "豫B"}, Kind.SERIES),
        ({"prefix": "京A"}, Kind.OTHER_DAYS),
        ({"letters": "D"}, Kind.SERIES),
        ({"offered": 9}, Kind.NUMBERS),
        ({"offered": 9}, Kind.TOO_FEW),
        ({"offered": 11}, Kind.TOO_FEW),
        ({"passed_over": ()}, Kind.NUMBERS),
        ({"passed_over": (3, 2)}, Kind.PLACES),
        ({"passed_over": (2, 3, 3)}, Kind.PLACES),
        ({"passed_over": (2, 3, 12)}, Kind.PLACES),
        ({"passed_over": (-1, 2, 3)}, Kind.PLACES),
        ({"digest": "0" * 64}, Kind.NUMBERS),
        ({"offered_at": NINE - timedelta(hours=1)}, Kind.TIME),
        ({"offered_at": NINE + timedelta(days=1)}, Kind.TIME),
        ({"offered_at": MADE_AT + timedelta(hours=1)}, Kind.AFTER_THE_FILE),
    ],
)
def test_a_batch_that_is_altered_is_named_though_the_digest_is_made_anew(
    fields: dict[str, Any], kind: Kind
) -> None:
    assert kind in kinds(changed(LINES, SESSION, offer(**fields)))


def test_a_good_number_that_is_passed_over_needs_a_place_that_everybody_sees() -> None:
    """An insider who makes all digests anew can only pass it over in public."""
    wanted = numbers_of(a_session(1, MONDAY))[0]
    hidden = a_session(1, MONDAY, taken=[wanted])
    silent = offer(passed_over=())(hidden)
    assert kinds(changed(LINES, SESSION, lambda line: hidden)) == set()
    assert kinds(changed(LINES, SESSION, lambda line: silent)) == {Kind.NUMBERS}


def test_fewer_than_ten_are_offered_only_where_no_more_are_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("domain.draws.candidates.ATTEMPTS", 60)
    day_seed = seed("410100", MONDAY)
    all_drawn = draw(day_seed, MONDAY, UUID(int=1), 1, BLUE).numbers
    scarce = a_session(1, MONDAY, taken=all_drawn[1:], batches=1)
    assert scarce.offers[0].batch.offered < 10
    assert kinds([WEEK, LINES[DRAW], scarce]) == set()
    batch = scarce.offers[0].batch
    fewer = replace(batch, offered=batch.offered - 1)
    fewer = replace(fewer, digest=digest(UUID(int=1), 1, drawn_again(day_seed, fewer)))
    hidden = replace(scarce, offers=(replace(scarce.offers[0], batch=fewer),))
    assert kinds([WEEK, LINES[DRAW], hidden]) == {Kind.TOO_FEW}


def test_batches_of_a_session_come_in_order_and_none_is_left_out() -> None:
    first, second = a_session(1, MONDAY).offers
    for offers in ((second, first), (second,), ()):
        other = replace(a_session(1, MONDAY), offers=offers)
        assert Kind.SEQUENCE in kinds([*LINES[:SESSION], other, *LINES[SESSION + 1 :]])


def test_a_session_of_the_day_before_the_file_may_go_on_in_it() -> None:
    session = a_session(1, MONDAY)
    began = replace(session, opened_at=start_of_day(MONDAY) - timedelta(minutes=2))
    assert kinds(changed(LINES, SESSION, lambda line: replace(began, offers=began.offers[1:]))) == (
        set()
    )


def test_a_difference_says_where_it_is() -> None:
    found = verified(file(changed(LINES, SESSION, offer(digest="0" * 64))))
    assert [str(each) for each in found.differences] == [
        f"line {SESSION + 1}: session {UUID(int=1)} batch 1: "
        "the numbers are not those that follow from the seed"
    ]
