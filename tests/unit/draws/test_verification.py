"""A third party verifies a week of draws by what is published, and every difference is named."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day, start_of_day
from domain.draws.batch import draw
from domain.draws.commitment import commitment
from domain.draws.difference import DifferenceKind as Kind
from domain.draws.published import LineAltered, read
from domain.draws.verification import verified
from tests.kit.published_draws import (
    BLUE,
    COMMITTED_AT,
    MADE_AT,
    MONDAY,
    REGIONS,
    SUNDAY,
    WEEK,
    Line,
    a_draw,
    a_session,
    a_week,
    changed,
    commitments,
    file,
    kinds,
    numbers_of,
    seed,
)

LINES = a_week()
DRAW, SESSION = 1, 1 + 7 * len(REGIONS)
"""The lines of the first draw and of the first session, from 0."""


def test_a_week_as_it_was_drawn_has_no_difference() -> None:
    found = verified(file(LINES), file(commitments()))
    assert found.differences == []
    assert (len(found.draws), found.sessions, found.batches, len(found.passed_over)) == (
        14,
        14,
        28,
        2,
    )
    assert found.late == []


def test_the_numbers_that_were_passed_over_are_known_afterwards() -> None:
    taken = numbers_of(a_session(1, MONDAY))[2:4]
    assert verified(file(LINES)).passed_over == list(taken)


def test_every_altered_byte_is_found() -> None:
    """Of a file of one day, one bit of each byte is turned, and each byte left out."""
    lines: list[Line] = [
        replace(WEEK, first=MONDAY, last=MONDAY, regions=REGIONS[:1]),
        a_draw("410100", MONDAY),
        a_session(1, MONDAY, batches=1),
    ]
    told = b"".join(file(lines))
    assert verified(told.splitlines(keepends=True)).differences == []
    for place, byte in enumerate(told):
        for instead in (bytes([byte ^ 1]), b""):
            altered = told[:place] + instead + told[place + 1 :]
            assert verified(altered.splitlines(keepends=True)).differences, place


@pytest.mark.parametrize(
    ("altered", "kind"),
    [
        (lambda told: told[1:], Kind.NO_HEAD),
        (lambda told: told[:-1], Kind.NO_END),
        (lambda told: [], Kind.NO_HEAD),
        (lambda told: [*told[:3], *told[4:]], Kind.DIGEST),
        (lambda told: [*told, told[1]], Kind.OUT_OF_PLACE),
        (lambda told: [*told[:2], told[0], *told[2:]], Kind.OUT_OF_PLACE),
        (lambda told: [*told[:2], b"{}\n", *told[2:]], Kind.UNREADABLE),
        (lambda told: [*told[:-1], told[-1].rstrip()], Kind.UNREADABLE),
    ],
)
def test_a_file_of_other_lines_is_not_the_file(
    altered: Callable[[list[bytes]], list[bytes]], kind: Kind
) -> None:
    assert kind in {each.kind for each in verified(altered(file(LINES))).differences}


OTHER_SEED = seed("410900", MONDAY)
NINE = start_of_day(MONDAY) + timedelta(hours=9)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"seed": OTHER_SEED.hex()}, Kind.SEED),
        ({"seed": "00"}, Kind.SEED),
        ({"seed": "no seed"}, Kind.SEED),
        ({"commitment": "0" * 64}, Kind.SEED),
        ({"day": SUNDAY + timedelta(days=1)}, Kind.OTHER_DAYS),
        ({"region": "410900"}, Kind.OTHER_DAYS),
        ({"day": MONDAY + timedelta(days=1)}, Kind.TWICE),
        ({"seed": None, "revealed_at": None}, Kind.NOT_REVEALED),
        ({"revealed_at": None}, Kind.NOT_REVEALED),
        ({"revealed_at": end_of_day(MONDAY) - timedelta(seconds=1)}, Kind.REVEALED_EARLY),
        ({"committed_at": NINE}, Kind.OPENED_EARLY),
        ({"opens_at": NINE}, Kind.OPENED_EARLY),
        ({"revealed_at": MADE_AT + timedelta(seconds=1)}, Kind.AFTER_THE_FILE),
        ({"committed_at": NINE, "opens_at": NINE + timedelta(hours=1)}, Kind.OPENED_EARLY),
    ],
)
def test_a_draw_that_is_altered_is_named_though_the_digest_is_made_anew(
    fields: dict[str, Any], kind: Kind
) -> None:
    """Whoever writes the file can write its digest too."""
    assert kind in kinds(changed(LINES, DRAW, lambda line: replace(line, **fields)))


def test_a_seed_that_is_used_again_is_named() -> None:
    again = seed("410100", MONDAY)
    other = replace(
        a_draw("410200", MONDAY),
        seed=again.hex(),
        commitment=commitment("410200", MONDAY, again),
    )
    assert Kind.SEED_AGAIN in kinds(changed(LINES, DRAW + 1, lambda line: other))


def test_a_session_stands_once_and_after_the_draws() -> None:
    assert kinds([*LINES, LINES[SESSION]]) == {Kind.TWICE}
    moved = [WEEK, LINES[SESSION], *LINES[DRAW:SESSION], *LINES[SESSION + 1 :]]
    assert {Kind.OUT_OF_PLACE, Kind.NO_SEED} <= kinds(moved)


def test_the_seed_of_a_day_is_not_asked_for_before_an_hour_has_passed() -> None:
    today: list[Line] = [a_draw("410100", MONDAY, revealed=False), a_session(1, MONDAY)]
    for after, expected in (
        (timedelta(minutes=59), set()),
        (timedelta(hours=1), {Kind.NOT_REVEALED}),
    ):
        head = replace(WEEK, last=MONDAY, made_at=end_of_day(MONDAY) + after)
        assert kinds([head, *today]) - {Kind.NO_SEED} == expected


def test_a_commitment_that_came_late_is_told_and_is_no_difference() -> None:
    late = replace(a_draw("410100", MONDAY), committed_at=NINE, opens_at=NINE)
    found = verified(file(changed(LINES, DRAW, lambda line: late)))
    assert found.differences == []
    assert found.late == [("410100", MONDAY)]
    early = replace(
        late, committed_at=NINE + timedelta(minutes=5), opens_at=NINE + timedelta(minutes=5)
    )
    assert kinds(changed(LINES, DRAW, lambda line: early)) == {Kind.TIME}


def test_a_seed_that_was_exchanged_is_shown_by_whoever_saved_the_commitments() -> None:
    """The whole file is sound by itself: the insider has made everything anew from his own seed."""
    bound = commitment("410100", MONDAY, OTHER_SEED)
    his = replace(a_draw("410100", MONDAY), seed=OTHER_SEED.hex(), commitment=bound)
    drawn = draw(OTHER_SEED, MONDAY, UUID(int=1), 1, BLUE).batch
    session = a_session(1, MONDAY, batches=1)
    forged = replace(session, offers=(replace(session.offers[0], batch=drawn),))
    lines = changed(changed(LINES, DRAW, lambda line: his), SESSION, lambda line: forged)
    assert kinds(lines) == set()
    assert kinds(lines, commitments()) == {Kind.OTHER_COMMITMENT}


def test_a_commitment_that_is_gone_or_was_never_published_is_shown_by_it() -> None:
    without = [line for line in LINES if line not in LINES[DRAW : DRAW + 1]]
    assert {Kind.WITHDRAWN, Kind.NO_SEED} == kinds(without, commitments())
    saved = commitments()
    assert kinds(LINES, saved[:1] + saved[2:]) == {Kind.NOT_PUBLISHED}
    before = replace(saved[0], made_at=COMMITTED_AT - timedelta(hours=1))
    assert kinds(LINES, [before]) == set()


def test_a_saved_file_that_was_altered_proves_nothing_and_is_named() -> None:
    saved = file(commitments())
    found = verified(file(LINES), [*saved[:-2], saved[-1]])
    assert Kind.DIGEST in {each.kind for each in found.differences}
    assert "of the saved file" in str(found.differences[0])


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"\xff\n",
        b"[" * 5000 + b"\n",
        msgspec.json.encode({"line": "nothing"}) + b"\n",
        file([replace(WEEK, first=WEEK.first.replace(year=1))])[0],
        file([replace(WEEK, made_at=MADE_AT.replace(year=9999))])[0],
        file([replace(WEEK, made_at=MADE_AT.replace(tzinfo=None))])[0],
    ],
)
def test_what_nobody_writes_is_not_read(line: bytes) -> None:
    with pytest.raises(LineAltered):
        read(line)
