"""Everything a case stores as a name or a code has words in both languages."""

from collections.abc import Mapping

import pytest

from domain.case.case import CASE
from domain.case.instruments.kind import InstrumentKind
from domain.case.stage import Stage
from domain.case.wording import CLOCKS, REASONS, detail_text
from domain.choice import Choice
from domain.clocks.clock import Clock
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery, ScanStatus
from domain.penalties.reasons import ServiceManner
from domain.services.catalogue import REFUSALS
from domain.titles import Title

_GROUNDS = [
    kind
    for kind in Choice.__subclasses__()
    if (kind.__module__.startswith("domain.case.") and kind not in (Stage, InstrumentKind))
    or kind in (TransferReason, ServiceManner, ScanStatus, FailedDelivery)
]
_NAMES: list[tuple[Mapping[str, Title], set[str]]] = [
    (CASE.words.stages, set(Stage)),
    (CASE.words.events, {row.event.__name__ for row in CASE.effects}),
    (CASE.words.commands, {row.command.__name__ for row in CASE.decisions}),
    (CLOCKS, set(Clock)),
    (REASONS, {str(member) for kind in _GROUNDS for member in kind}),
]


@pytest.mark.parametrize(("words", "names"), _NAMES)
def test_nothing_lacks_words_and_no_words_are_dead(
    words: Mapping[str, Title], names: set[str]
) -> None:
    assert {str(key) for key in words} == {str(name) for name in names}


@pytest.mark.parametrize(("words", "names"), _NAMES)
def test_the_chinese_is_chinese_and_the_english_is_not(
    words: Mapping[str, Title], names: set[str]
) -> None:
    for title in words.values():
        assert any("\u4e00" <= char <= "\u9fff" for char in title.zh)
        assert title.en.isascii()
        assert title.en.strip()


def test_a_code_is_read_in_words() -> None:
    assert detail_text("absent", "zh") == "收件人不在"
    assert detail_text("DECIDE", "en") == "the decision of the office"
    assert detail_text("R-PROOF", "zh") == REFUSALS["R-PROOF"].zh


def test_no_detail_has_no_text() -> None:
    assert detail_text(None, "zh") is None
    assert detail_text("", "en") is None


def test_several_codes_are_joined_in_the_manner_of_the_language() -> None:
    assert detail_text("missing,expired", "zh") == "未提供；已过有效期"
    assert detail_text("missing,expired", "en") == "missing; no longer valid"
    assert detail_text("R-PROOF,R-TOO-LATE", "en") == (
        f"{REFUSALS['R-PROOF'].en} {REFUSALS['R-TOO-LATE'].en}"
    )


def test_an_unknown_code_stays_itself() -> None:
    assert detail_text("R-NEVER,missing", "zh") == "R-NEVER；未提供"


def test_no_place_holder_is_left() -> None:
    for code in REFUSALS:
        for text in (detail_text(code, "zh"), detail_text(code, "en")):
            assert text
            assert "{" not in text
