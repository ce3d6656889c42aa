"""A file of decisions is read whole, and everything that is wrong with it is named at once."""

from datetime import date

import pytest

from cheguan.town.openings import decided
from cheguan.whatif.decided_world import decided_world, differ
from cheguan.whatif.decision_file import FileUnfit, not_allowed, read_decisions
from cheguan.whatif.decision_text import written
from cheguan.whatif.entries import OPENINGS, RELIEF_COMMANDS
from cheguan.whatif.example import EXAMPLE
from cheguan.whatif.world import Need, World
from domain.prefectures.commands import SuspendWindows, TakeStep
from domain.prefectures.step import Step
from tests.kit.tree import ROOT
from tests.kit.whatif_cases import NEVER

LUOYANG = "410300"
PLATES = Need(LUOYANG, "plate_reissue")
RELIEF = """
[[relief]]
command = "AnnounceRelief"
taken_on = 2020-02-23
mode = "suspend"
clocks = ["LIC_RENEW"]
first = 2020-01-25
body = "headquarters"
text = "驾驶证换证等期限适当延长"

[[relief]]
command = "EndRelief"
relief = "relief-1"
last = 2020-04-30
"""
WRONG = """\
colour = "red"

[[decision]]
command = "OpenEverything"
region = "410300"

[[decision]]
command = "TakeStep"
region = "999999"
step = "fifth"
effective_on = "tomorrow"
grounds = { reason = "x", why = "" }

[[decision]]
command = "SuspendWindows"
region = "410300"
taken_on = "2020-01-23"

[[relief]]
command = "AnnounceRelief"
region = "410300"
mode = "suspend"
clocks = []
first = 2020-01-25
body = "headquarters"
text = "延长"
"""


def told(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(FileUnfit) as unfit:
        read_decisions(text)
    return [(each.line, each.pointer, each.rule) for each in unfit.value.defects]


def test_the_example_of_the_help_can_be_used_as_it_stands() -> None:
    decisions = read_decisions(EXAMPLE)
    assert decisions.reliefs is None
    assert decisions.regions == {LUOYANG}
    made = decided_world(NEVER, decisions)
    assert made.refused == []
    days = (date(2020, 2, 16), date(2020, 2, 17))
    assert [made.world.closed(PLATES, day) for day in days] == [True, False]


def test_a_decision_without_a_day_of_its_own_is_taken_when_it_takes_effect() -> None:
    first = read_decisions(EXAMPLE).openings[0]
    assert isinstance(first.command, SuspendWindows)
    assert first.taken_on == first.command.effective_on == date(2020, 1, 24)
    assert [each.taken_on for each in read_decisions(RELIEF).reliefs or ()] == [
        date(2020, 2, 23),
        date(2020, 4, 30),
    ]


def test_every_defect_has_its_line_a_pointer_and_a_rule() -> None:
    assert told(WRONG) == [
        (1, "/colour", "unknown_field"),
        (4, "/decision/0/command", "choice"),
        (9, "/decision/1/region", "choice"),
        (10, "/decision/1/step", "choice"),
        (11, "/decision/1/effective_on", "date"),
        (12, "/decision/1/grounds/reason", "length"),
        (12, "/decision/1/grounds/why", "unknown_field"),
        (14, "/decision/2/effective_on", "missing"),
        (17, "/decision/2/taken_on", "date"),
        (21, "/relief/0/region", "unknown_field"),
        (23, "/relief/0/clocks", "length"),
    ]


def test_what_is_no_toml_is_told_with_its_line() -> None:
    assert told('[[decision]]\ncommand = "TakeStep"\nregion = 410300x\n') == [(3, "", "toml")]
    assert told('decision = "none"\n') == [(1, "/decision", "table")]


def test_a_decision_that_the_rules_refuse_stands_with_what_they_would_allow() -> None:
    text = EXAMPLE.replace('step = "first"', 'step = "third"')
    decisions = read_decisions(text)
    refused = not_allowed(text, decided_world(NEVER, decisions).refused).defects
    assert [(each.line, each.pointer, each.rule) for each in refused] == [
        (15, "/decision/2", "step-out-of-order"),
        (21, "/decision/3", "step-out-of-order"),
    ]
    assert list(refused[0].allowed) == ["expected=first"]


def test_what_is_written_is_read_as_the_same() -> None:
    decisions = read_decisions(EXAMPLE + RELIEF)
    again = read_decisions(written(decisions))
    one, other = (decided_world(NEVER, each).world for each in (decisions, again))
    assert not differ(one, other)
    assert written(again) == written(decisions)
    assert read_decisions("relief = []\n").reliefs == []
    assert read_decisions(written(read_decisions("relief = []\n"))).reliefs == []


def test_only_the_prefectures_that_are_named_decide_otherwise() -> None:
    was = World(decided(), ())
    would = decided_world(was, read_decisions(EXAMPLE)).world
    assert differ(was, would)
    assert {
        code for code in was.prefectures if was.prefectures[code] != would.prefectures[code]
    } == {LUOYANG}
    assert not differ(was, decided_world(was, read_decisions("")).world)


def test_decisions_of_one_day_stay_in_their_order() -> None:
    """The file may name them in any order of the days."""
    entries = EXAMPLE.split("[[decision]]")
    turned = "[[decision]]".join([entries[0], entries[4], *entries[1:4]])
    made = decided_world(NEVER, read_decisions(turned))
    assert made.refused == []
    taken = [each.command for each in read_decisions(turned).openings]
    assert [each.step for each in taken if isinstance(each, TakeStep)] == [Step.SECOND, Step.FIRST]


def test_the_page_shows_the_same_example() -> None:
    page = (ROOT / "docs" / "whatif.md").read_text(encoding="utf-8")
    assert f"```toml\n{EXAMPLE}```" in page
    assert [name for name in (*OPENINGS, *RELIEF_COMMANDS) if f"`{name}`" not in page] == []
