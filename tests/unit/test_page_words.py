"""Whatever a page may have to say about an event or a form has words."""

from datetime import date
from typing import Any

import pytest

from api.language import Language
from api.pages.kit.history.event_values import field_rows
from api.pages.kit.history.state_rows import state_rows
from api.pages.kit.places import place_text
from api.pages.kit.tile_name import tile_name
from api.pages.services.form_rows import form_rows
from domain.aggregate import Aggregate, State
from domain.aggregates import AGGREGATES
from domain.case.case import CASE
from domain.case.intake.events import CaseAccepted
from domain.case.state import Case, Deadline, UnderRelief
from domain.case.wording import REASONS
from domain.clocks.clock import Clock
from domain.hidden import marks
from domain.identifiers.henan_names import NAMES
from domain.services.catalogue import CATALOGUE
from domain.titles import field_titles
from tests.kit.histories import lives
from tests.kit.life import Life

LIVES = lives(15)


def test_no_name_of_a_field_is_dead() -> None:
    """That none is missing is seen at import."""
    named = {name for row in CASE.effects for name in row.event.__struct_fields__}
    assert CASE.words.fields.keys() - {"service"} <= named


@pytest.mark.parametrize("of", AGGREGATES, ids=lambda of: of.kind)
def test_every_field_of_a_state_that_is_shown_has_a_name(of: Aggregate[Any]) -> None:
    if of is CASE:
        return
    state: type[State] = type(of.initial)
    named = of.words.fields.keys() | field_titles(state).keys() | {"stage"}
    assert set(state.__struct_fields__) - marks(state).keys() <= named


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.state.stage)
def test_a_history_is_told_without_codes(life: Life) -> None:
    for envelope in life.envelopes:
        for name, value in field_rows(envelope.event, CASE.words, "zh"):
            assert name not in CASE.words.fields
            assert value not in REASONS
            assert "pii1." not in value
            assert value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state_can_be_told(language: Language) -> None:
    for life in LIVES:
        rows = state_rows(life.state, language)
        assert len(dict(rows)) == len(rows)
        assert all(value for _, value in rows)


def test_what_a_relief_holds_open_is_told_without_a_day() -> None:
    open_end = UnderRelief("relief-1", date(2020, 3, 24), open=True)
    waited = Deadline(Clock.CORRECTION_REPLY, date(2020, 3, 24), under=open_end)
    rows = dict(state_rows(Case(office="410100", deadline=waited), "zh"))
    assert "申请人提交补正材料，暂停计算" in rows.values()


@pytest.mark.parametrize("service", list(CATALOGUE))
def test_every_field_and_choice_of_a_form_has_words(service: str) -> None:
    rows = form_rows(CATALOGUE[service].form, "zh")
    codes = {"service", "media_type"}
    assert [row.path for row in rows if row.title.isascii()] == []
    assert [
        (row.path, code)
        for row in rows
        for code, title in row.choices
        if not title and row.path.rpartition(".")[2] not in codes
    ] == []


def test_a_form_says_what_must_be_there() -> None:
    rows = {row.path: row for row in form_rows(CATALOGUE["plate_reissue"].form, "en")}
    assert rows["applicant.id_no"].needed == "yes"
    assert rows["applicant.id_no"].personal
    assert rows["vehicle.imported"].needed == "no"
    assert rows["agent"].needed == "depends"
    assert rows["delivery.address"].needed == "depends"
    assert [code for code, _ in rows["delivery.mode"].choices] == ["post", "pickup"]
    assert rows["documents[].sha256"].depth == 1


def test_a_city_is_short_on_a_tile_and_whole_elsewhere() -> None:
    assert tile_name("411200", "zh") == "三门峡"
    assert place_text("411200", "zh") == "三门峡市"
    assert tile_name("410400", "en") == "Pingdingshan"


def test_every_place_of_henan_has_a_name_in_both_languages() -> None:
    for code in NAMES:
        assert not place_text(code, "zh").isascii()
        assert place_text(code, "en").isascii()
        assert not place_text(code, "en").isdigit()


def test_a_day_that_was_provisional_is_marked_by_the_rules_of_its_envelope() -> None:
    event = CaseAccepted(officer="1", accepted_on=date(2026, 12, 25), decide_by=date(2027, 1, 15))
    known, not_known = (
        dict(field_rows(event, CASE.words, "zh", f"henan-2020-02+holidays-{year}"))
        for year in (2027, 2026)
    )
    name = CASE.words.fields["decide_by"].zh
    assert not_known[name] == f"{known[name]}（暂定）"
    assert {k: v for k, v in known.items() if k != name} == {
        k: v for k, v in not_known.items() if k != name
    }
