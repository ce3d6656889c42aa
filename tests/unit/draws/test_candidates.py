"""Numbers are drawn as docs/draws.md tells it, and none is favoured."""

import hmac
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path
from uuid import UUID

import pytest

from domain.draws.candidates import ATTEMPTS, CHARACTERS, NumberSeries, candidates
from domain.identifiers import plate
from domain.identifiers.plate import PlateKind

SEED = bytes(range(32))
SESSION = UUID("7b0c1d7e-52a4-4c7b-9b55-0d8f3f1f2a10")
SMALL = NumberSeries(PlateKind.SMALL_CAR, "豫A")
GREEN = NumberSeries(PlateKind.SMALL_NEV, "豫A", "D")
DOCUMENT = Path(__file__).parents[3] / "docs" / "draws.md"
EXAMPLE = re.compile(r"\| (\d\d) \| (豫\w) \| ([DF–]+) \| (\d) \| (.+) \|")


def test_the_document_gives_what_is_drawn() -> None:
    examples = EXAMPLE.findall(DOCUMENT.read_text())
    assert len(examples) == 6
    for kind, prefix, letters, batch, told in examples:
        series = NumberSeries(PlateKind(kind), prefix, letters.replace("–", ""))
        drawn = islice(candidates(SEED, SESSION, int(batch), series), 10)
        assert " ".join(drawn) == told, series


def by_the_document(seed: bytes, session: str, batch: int) -> Iterator[str]:
    """The draw of blue plates of Zhengzhou as a stranger writes it, who has only the document."""
    size, told = 34**5, []
    for attempt in count():
        message = f"cheguan-draw-1:{session}:{batch}:02:豫A::{attempt}"
        word = int(hmac.new(seed, message.encode(), "sha256").hexdigest()[:16], 16)
        if word >= 2**64 // size * size:
            continue
        rest, serial = word % size, ""
        while len(serial) < 5:
            serial = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"[rest % 34] + serial
            rest //= 34
        if sum(each.isalpha() for each in serial) <= 2 and serial not in told:
            told.append(serial)
            yield "豫A" + serial


def test_another_program_finds_the_same() -> None:
    for batch in (1, 5):
        ours = islice(candidates(SEED, SESSION, batch, SMALL), 500)
        assert list(ours) == list(islice(by_the_document(SEED, str(SESSION), batch), 500))


@pytest.mark.parametrize(
    "series",
    [
        SMALL,
        NumberSeries(PlateKind.LARGE_CAR, "豫U"),
        GREEN,
        NumberSeries(PlateKind.LARGE_NEV, "豫C", "DF"),
    ],
)
def test_what_is_drawn_is_a_number_of_the_series_and_comes_once(series: NumberSeries) -> None:
    drawn = list(islice(candidates(SEED, SESSION, 1, series), 2000))
    assert len(set(drawn)) == 2000
    for text in drawn:
        number = plate.parse(series.kind, text, on=date(2020, 2, 24))
        assert text.startswith(series.prefix)
        assert number.text == text


def test_everything_that_names_the_draw_changes_it() -> None:
    def first(seed: bytes, session: UUID, batch: int, series: NumberSeries) -> tuple[str, ...]:
        return tuple(text[2:] for text in islice(candidates(seed, session, batch, series), 3))

    drawn = {
        first(SEED, SESSION, 1, SMALL),
        first(SEED[::-1], SESSION, 1, SMALL),
        first(SEED, UUID(int=SESSION.int + 1), 1, SMALL),
        first(SEED, SESSION, 2, SMALL),
        first(SEED, SESSION, 1, SMALL._replace(prefix="豫B")),
        first(SEED, SESSION, 1, SMALL._replace(kind=PlateKind.LARGE_CAR)),
    }
    assert len(drawn) == 6


def first_of_many(series: NumberSeries, sessions: int) -> list[str]:
    return [next(candidates(SEED, UUID(int=number), 1, series))[2:] for number in range(sessions)]


def test_no_character_is_favoured_at_any_place() -> None:
    """Pearson's statistic of 33 degrees of freedom exceeds 71 once in ten thousand draws."""
    serials = first_of_many(GREEN, 10_000)
    for place, characters in ((1, CHARACTERS), *((place, "0123456789") for place in range(2, 6))):
        seen = Counter(serial[place] for serial in serials)
        expected = len(serials) / len(characters)
        deviation = sum((seen[each] - expected) ** 2 / expected for each in characters)
        assert deviation < 71 - (34 - len(characters)) * 1.5, place


def test_serials_with_letters_come_as_often_as_there_are_such() -> None:
    """Of 7,060,000 serials 100,000 have no letter, 1,200,000 one and 5,760,000 two."""
    serials = first_of_many(SMALL, 10_000)
    seen = Counter(sum(each.isalpha() for each in serial) for serial in serials)
    expected = {0: 141.6, 1: 1699.7, 2: 8158.6}
    assert set(seen) == set(expected)
    assert sum((seen[each] - of) ** 2 / of for each, of in expected.items()) < 18.4


def test_a_draw_comes_to_its_end() -> None:
    series = NumberSeries(PlateKind.LARGE_NEV, "豫A", "D")
    drawn = list(candidates(SEED, SESSION, 1, series))
    assert len(set(drawn)) == len(drawn) < ATTEMPTS


@pytest.mark.parametrize(
    ("seed", "batch", "series"),
    [
        (SEED[1:], 1, SMALL),
        (SEED, 0, SMALL),
        (SEED, 1, SMALL._replace(letters="D")),
        (SEED, 1, GREEN._replace(letters="")),
        (SEED, 1, NumberSeries(PlateKind.POLICE, "豫A")),
    ],
)
def test_what_nobody_draws_from_is_said_at_once(
    seed: bytes, batch: int, series: NumberSeries
) -> None:
    with pytest.raises(ValueError, match=r"seed has 32 bytes|no series"):
        candidates(seed, SESSION, batch, series)
