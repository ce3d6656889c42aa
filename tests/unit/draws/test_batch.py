"""Ten numbers are offered, what is not free is passed over, and anybody can see what was."""

from datetime import date
from itertools import islice
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.draws.batch import DrawnBatch, digest, draw, drawn_again
from domain.draws.candidates import NumberSeries, candidates
from domain.identifiers.plate import PlateKind

SEED = bytes(range(32))
SESSION = UUID("7b0c1d7e-52a4-4c7b-9b55-0d8f3f1f2a10")
DAY = date(2020, 2, 24)
SMALL = NumberSeries(PlateKind.SMALL_CAR, "豫A")
FIRST = tuple(islice(candidates(SEED, SESSION, 1, SMALL), 12))


def test_the_first_ten_candidates_are_offered() -> None:
    drawing = draw(SEED, DAY, SESSION, 1, SMALL)
    assert drawing.numbers == FIRST[:10]
    assert drawing.batch == DrawnBatch(
        session=SESSION,
        batch=1,
        drawn_on=DAY,
        plate_kind=PlateKind.SMALL_CAR,
        prefix="豫A",
        offered=10,
        digest=digest(SESSION, 1, FIRST[:10]),
    )


def test_what_is_taken_is_passed_over_and_told_by_its_place() -> None:
    drawing = draw(SEED, DAY, SESSION, 1, SMALL, {FIRST[0], FIRST[7]})
    assert drawing.numbers == FIRST[1:7] + FIRST[8:12]
    assert drawing.batch.passed_over == (0, 7)


def test_no_number_stands_in_what_is_kept() -> None:
    kept = repr(draw(SEED, DAY, SESSION, 1, SMALL).batch)
    assert [number for number in FIRST if number[2:] in kept] == []


def test_whoever_has_the_seed_finds_what_was_offered() -> None:
    drawing = draw(SEED, DAY, SESSION, 1, SMALL, {FIRST[0], FIRST[7]})
    again = drawn_again(SEED, drawing.batch)
    assert again == drawing.numbers
    assert digest(SESSION, 1, again) == drawing.batch.digest


@pytest.mark.parametrize(
    "altered",
    [
        {"session": UUID(int=SESSION.int + 1)},
        {"batch": 2},
        {"plate_kind": PlateKind.LARGE_CAR},
        {"prefix": "豫B"},
        {"offered": 9},
        {"offered": 11},
        {"passed_over": ()},
        {"passed_over": (0, 8)},
        {"digest": "0" * 64},
    ],
)
def test_whatever_is_altered_has_another_digest(altered: dict[str, object]) -> None:
    kept = draw(SEED, DAY, SESSION, 1, SMALL, {FIRST[0], FIRST[7]}).batch
    other = replace(kept, **altered)
    assert digest(other.session, other.batch, drawn_again(SEED, other)) != other.digest


def test_fewer_are_offered_when_the_candidates_come_to_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("domain.draws.candidates.ATTEMPTS", 100)
    series = NumberSeries(PlateKind.LARGE_NEV, "豫A", "D")
    drawn = list(candidates(SEED, SESSION, 1, series))
    drawing = draw(SEED, DAY, SESSION, 1, series, set(drawn[:-3]))
    assert drawing.numbers == tuple(drawn[-3:])
    assert drawn_again(SEED, drawing.batch) == drawing.numbers
    nothing = draw(SEED, DAY, SESSION, 1, series, set(drawn))
    assert nothing.numbers == drawn_again(SEED, nothing.batch) == ()
