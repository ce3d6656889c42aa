"""Which deadlines of the register have passed, with a relief and without."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from cheguan.whatif.decided_world import decided_world
from cheguan.whatif.decision_file import read_decisions
from cheguan.whatif.register_replay import OnRecord, on_record, passed
from cheguan.whatif.world import World
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.licences.state import LicenceOnRecord
from domain.message import Command, PassDeadline
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.register.streams import licence_stream
from domain.services.catalogue import EVERY_SERVICE
from tests.kit.envelopes import enveloped
from tests.kit.register_records import normal_licence
from tests.kit.whatif_cases import NEVER, beijing

STREAM = licence_stream(b"somebody")
END = beijing(6, 10)
RELIEF = """
[[relief]]
command = "AnnounceRelief"
taken_on = 2020-02-23
mode = "suspend"
clocks = ["LIC_RENEW"]
first = 2020-01-25
body = "headquarters"
text = "驾驶证换证等期限适当延长"
"""
ENDED = '\n[[relief]]\ncommand = "EndRelief"\nrelief = "relief-1"\nlast = 2020-04-30\n'


def world(text: str) -> World:
    return decided_world(NEVER, read_decisions(text)).world


UNDER_RELIEF = world(RELIEF)
WITHOUT = world("relief = []")


def history(valid_until: date, under: World, *, looked: datetime | None) -> Sequence[RecordedEvent]:
    """A licence that is entered in January, and at which the timekeeper has looked, or has not."""
    record = replace(normal_licence(date(2020, 1, 20)), valid_until=valid_until)
    told = _given(LICENCE.initial, EnterLicence(record=record), beijing(1, 20), under)
    if looked:
        current = LICENCE.fold(each.event for each in told)
        told += _given(current, PassDeadline(clock=Clock.LIC_RENEW), looked, under)
    return told


def _given(
    current: LicenceOnRecord, command: Command, at: datetime, under: World
) -> list[RecordedEvent]:
    by = system("test")
    seen = under.seen_at(at)
    circumstances = Circumstances(at, by, STREAM, EVERY_SERVICE, Calendar(), seen)
    events = LICENCE.decide(current, command, circumstances).events
    return [RecordedEvent(STREAM, 1, 1, enveloped(event, at, by)) for event in events]


def both(found: OnRecord) -> tuple[int, int]:
    return passed(found.was), passed(found.would_be)


def test_a_relief_that_is_dropped_lets_the_deadline_pass() -> None:
    told = history(date(2020, 2, 10), UNDER_RELIEF, looked=beijing(6, 9))
    assert both(on_record(LICENCE, told, UNDER_RELIEF, END)) == (0, 0)
    assert both(on_record(LICENCE, told, WITHOUT, END)) == (0, 1)


def test_a_relief_that_comes_to_be_keeps_it_from_passing() -> None:
    told = history(date(2020, 2, 10), WITHOUT, looked=beijing(2, 11))
    assert both(on_record(LICENCE, told, WITHOUT, END)) == (1, 1)
    assert both(on_record(LICENCE, told, UNDER_RELIEF, END)) == (1, 0)


def test_what_was_over_before_its_first_day_stays_over() -> None:
    told = history(date(2020, 1, 24), WITHOUT, looked=beijing(1, 25))
    assert both(on_record(LICENCE, told, UNDER_RELIEF, END)) == (1, 1)


def test_a_relief_that_ends_gives_the_days_that_were_left() -> None:
    """From 25 January to 10 February there are 17 days: they end on 17 May, or on 17 June."""
    told = history(date(2020, 2, 10), UNDER_RELIEF, looked=beijing(6, 9))
    april, may = world(RELIEF + ENDED), world(RELIEF + ENDED.replace("04-30", "05-31"))
    assert both(on_record(LICENCE, told, april, END)) == (0, 1)
    assert both(on_record(LICENCE, told, may, END)) == (0, 0)


def test_the_timekeeper_comes_as_far_as_he_did() -> None:
    told = history(date(2020, 2, 10), WITHOUT, looked=None)
    assert both(on_record(LICENCE, told, WITHOUT, END)) == (0, 0)
