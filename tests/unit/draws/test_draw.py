"""The office binds itself to a seed before the day, and tells that seed after it, and no other."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.draws.commands import CommitDraw, DrawCommand, RevealDraw
from domain.draws.commitment import commitment
from domain.draws.draw import DRAW
from domain.draws.events import DrawCommitted, DrawEvent, DrawRevealed
from domain.draws.refusals import DrawDayOver, DrawNotOver, SeedDoesNotMatch
from domain.draws.seeds import DaySeed
from domain.draws.state import DrawStage, draw_named, draw_of
from domain.hidden import shown
from domain.message import Event
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

SEED, DAY, KEY = bytes(range(32)), date(2020, 2, 24), UUID(int=5)
MIDNIGHT = datetime(2020, 2, 23, 16, tzinfo=UTC)
THE_DAY_BEFORE, AT_NINE = MIDNIGHT - timedelta(hours=3), MIDNIGHT + timedelta(hours=9)
ITSELF = system("draws")
OVER = MIDNIGHT + timedelta(days=1)
BOUND = commitment("410100", DAY, SEED)
COMMIT = CommitDraw(
    region="410100", day=DAY, commitment=BOUND, key_id=KEY, sealed={"seed": "pii1.AQE"}
)
COMMITTED = DrawCommitted(
    region="410100",
    day=DAY,
    commitment=BOUND,
    opens_at=MIDNIGHT,
    key_id=KEY,
    sealed={"seed": "pii1.AQE"},
)
REVEAL = RevealDraw(seed=SEED.hex())
REVEALED = DrawRevealed(region="410100", day=DAY, seed=SEED.hex())


def after(
    command: DrawCommand, *history: DrawEvent, now: datetime, by: Actor = ITSELF
) -> tuple[Event, ...]:
    at = Circumstances(now, by, draw_of("410100", DAY), CATALOGUE, Calendar())
    return DRAW.decide(DRAW.fold(history), command, at).events


def test_the_commitment_is_as_the_document_tells_it() -> None:
    """The digest was made by ``sha256sum``, of the text in docs/draws.md."""
    assert BOUND == "339954f95fd442565602cf89c7658c5a2c098589ea04e3492b7048d50cd55751"
    assert commitment("410200", DAY, SEED) != BOUND
    assert commitment("410100", DAY + timedelta(days=1), SEED) != BOUND


def test_a_commitment_before_the_day_holds_from_its_first_instant() -> None:
    assert after(COMMIT, now=THE_DAY_BEFORE) == (COMMITTED,)


def test_one_that_comes_late_holds_for_what_is_drawn_later() -> None:
    (event,) = after(COMMIT, now=AT_NINE)
    assert isinstance(event, DrawCommitted)
    assert event.opens_at == AT_NINE


def test_nobody_commits_to_a_day_that_is_over_or_twice() -> None:
    with pytest.raises(DrawDayOver):
        after(COMMIT, now=OVER)
    with pytest.raises(NotAtThisStage):
        after(COMMIT, COMMITTED, now=THE_DAY_BEFORE)


def test_the_seed_is_told_when_the_day_is_over() -> None:
    assert after(REVEAL, COMMITTED, now=OVER) == (REVEALED,)
    assert DRAW.fold([COMMITTED, REVEALED]).stage is DrawStage.REVEALED


def test_it_is_not_told_a_moment_earlier() -> None:
    with pytest.raises(DrawNotOver) as refused:
        after(REVEAL, COMMITTED, now=OVER - timedelta(microseconds=1))
    assert refused.value.over_at == OVER


@pytest.mark.parametrize("seed", [SEED[::-1].hex(), SEED[:-1].hex(), "", "not hexadecimal"])
def test_no_other_seed_is_told(seed: str) -> None:
    with pytest.raises(SeedDoesNotMatch):
        after(RevealDraw(seed=seed), COMMITTED, now=OVER)


def test_it_is_told_once_and_only_after_a_commitment() -> None:
    with pytest.raises(NotAtThisStage):
        after(REVEAL, COMMITTED, REVEALED, now=OVER)
    with pytest.raises(NotAtThisStage):
        after(REVEAL, now=OVER)


def test_no_person_does_either() -> None:
    leader = Actor(Role.SUPERVISOR, "leader", "410100")
    with pytest.raises(NotPermitted):
        after(COMMIT, now=THE_DAY_BEFORE, by=leader)
    with pytest.raises(NotPermitted):
        after(REVEAL, COMMITTED, now=OVER, by=leader)


def test_whoever_looks_at_a_draw_sees_neither_key_nor_sealed_seed() -> None:
    assert shown(COMMITTED) == {
        "type": "DrawCommitted",
        "region": "410100",
        "day": "2020-02-24",
        "commitment": BOUND,
        "opens_at": "2020-02-23T16:00:00Z",
        "sealed": ["seed"],
    }
    assert SEED.hex() not in repr(DaySeed(DAY, SEED)) + str(DaySeed(DAY, SEED))


def test_a_draw_is_found_by_prefecture_and_day() -> None:
    assert draw_named("410100-2020-02-24") == draw_of("410100", DAY)
    others = ("410100-2020-02-25", "410200-2020-02-24", "410100", "", "410100-2020-02-30")
    assert len({draw_named(each) for each in (*others, "410100-2020-02-24")}) == 6
