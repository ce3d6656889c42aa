"""The difference of two states tells what changed, and nothing else."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from api.language import Language
from api.pages.kit.history.difference import ValueChange, difference
from domain.case.case import CASE
from domain.case.state import Case
from domain.case.wording import REASONS
from domain.prefectures.events import PrefectureClassified
from domain.prefectures.prefecture import PREFECTURE
from tests.kit.histories import lives
from tests.kit.life import Life

LIVES = lives(15)
_LIFE = next(life for life in LIVES if life.state.service == "plate_reissue")


def _states(life: Life) -> list[Case]:
    states = [CASE.initial]
    for envelope in life.envelopes:
        states.append(CASE.evolve(states[-1], envelope.event))
    return states


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.state.stage)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_states_that_are_the_same_differ(life: Life, language: Language) -> None:
    for state in _states(life):
        assert difference(CASE, state, state, language) == []


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.state.stage)
def test_the_differences_of_the_steps_lead_from_the_first_state_to_the_last(life: Life) -> None:
    """Put together, the steps tell what is told at once, so that none of them hides anything."""
    states, told = _states(life), dict[str, str | None]()
    for before, after in pairwise(states):
        for name, old, new in difference(CASE, before, after, "zh"):
            assert told.get(name) == old
            told[name] = new.removesuffix("（内容已变更）") if new else new
    whole = {each.name: each.new for each in difference(CASE, states[0], states[-1], "zh")}
    assert {name: new for name, new in told.items() if new is not None} == whole


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.state.stage)
def test_a_difference_is_told_without_codes_and_without_what_is_sealed(life: Life) -> None:
    states = _states(life)
    for before, after in pairwise(states):
        for change in difference(CASE, before, after, "zh"):
            assert change.old != change.new
            for value in (change.name, change.old or "", change.new or ""):
                assert value not in REASONS
                assert "pii1." not in value


def test_an_acceptance_shows_the_stage_and_the_clock_and_who_accepted() -> None:
    states = _states(_LIFE)
    at = next(
        place
        for place, envelope in enumerate(_LIFE.envelopes)
        if type(envelope.event).__name__ == "CaseAccepted"
    )
    changes = {each.name: each for each in difference(CASE, states[at], states[at + 1], "en")}
    assert changes["stage"].new == CASE.words.stages[states[at + 1].stage].en
    assert changes["accepted by"] == ValueChange("accepted by", None, states[at + 1].accepted_by)
    assert changes["statutory clock"].old is None
    assert "office" not in changes


def test_what_was_sealed_anew_is_told_though_its_parts_are_the_same() -> None:
    state = _states(_LIFE)[1]
    part = sorted(state.sealed)[0]
    other = replace(state, sealed={**state.sealed, part: "pii1.other"})
    (change,) = difference(CASE, state, other, "en")
    assert change.new == f"{change.old} (with other content)"


def test_a_stream_of_another_kind_has_its_own_words() -> None:
    once = PREFECTURE.evolve(
        PREFECTURE.initial, PrefectureClassified(region="410100", region_class=2)
    )
    twice = PREFECTURE.evolve(once, PrefectureClassified(region="410100", region_class=1))
    changes = difference(PREFECTURE, once, twice, "zh")
    assert ("2", "1") in [(each.old, each.new) for each in changes]
    assert all(each.old != "410100" for each in changes)
