"""Which rule of its handling way an application keeps, cell by cell of the table."""

from datetime import UTC, datetime

import pytest

from domain.calendar import Calendar
from domain.people import Role
from domain.services.archetype import Archetype
from domain.services.choices import ONLINE, Channel
from domain.services.ways import CITIZENS, OFFICERS, WAYS, WayPlace, WayRule, broken, ways_of

MONDAY_NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
MONDAY_NOON = datetime(2020, 2, 24, 4, 30, tzinfo=UTC)
SATURDAY_NINE = datetime(2020, 2, 29, 1, tzinfo=UTC)
INSTANTS = (MONDAY_NINE, MONDAY_NOON, SATURDAY_NINE)
_CALENDAR = Calendar()
COUNTERS = frozenset(Channel) - ONLINE - {Channel.SELF_SERVICE}


def rule(
    channel: Channel,
    by: Role,
    serves: Archetype = Archetype.DOCUMENT,
    now: datetime = MONDAY_NINE,
) -> WayRule | None:
    return broken(channel, by, serves, now, _CALENDAR)


@pytest.mark.requirement("R14")
def test_every_channel_has_its_way() -> None:
    assert set(WAYS) == set(Channel)


@pytest.mark.requirement("R13")
@pytest.mark.requirement("R14")
@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("role", Role)
def test_a_channel_is_for_its_roles_alone(channel: Channel, role: Role) -> None:
    his = {
        **dict.fromkeys(ONLINE, CITIZENS),
        **dict.fromkeys(COUNTERS, OFFICERS),
        Channel.SELF_SERVICE: {Role.PARTNER},
    }[channel]
    found = {rule(channel, role, serves) for serves in Archetype}
    assert (found == {WayRule.WHO}) == (role not in his)


@pytest.mark.requirement("R13")
@pytest.mark.parametrize("channel", sorted(ONLINE))
@pytest.mark.parametrize("now", INSTANTS)
def test_website_and_app_take_every_service_at_any_time(channel: Channel, now: datetime) -> None:
    for serves in Archetype:
        assert rule(channel, Role.APPLICANT, serves, now) is None


@pytest.mark.requirement("R13")
def test_a_window_has_the_hours_of_the_office_and_the_extended_one_all_others() -> None:
    late = WayRule.WHEN
    ordinary = [rule(Channel.WINDOW, Role.CLERK, now=now) for now in INSTANTS]
    extended = [rule(Channel.EXTENDED_HOURS_WINDOW, Role.CLERK, now=now) for now in INSTANTS]
    assert ordinary == [None, late, late]
    assert extended == [late, None, None]
    for channel in (Channel.WINDOW, Channel.EXTENDED_HOURS_WINDOW):
        assert WAYS[channel].where is WayPlace.OPEN_WINDOW


@pytest.mark.requirement("R14")
@pytest.mark.parametrize("now", INSTANTS)
def test_what_is_urgent_is_taken_at_any_hour_while_windows_are_suspended(now: datetime) -> None:
    for serves in Archetype:
        assert rule(Channel.EMERGENCY, Role.SUPERVISOR, serves, now) is None
    assert WAYS[Channel.EMERGENCY].where is WayPlace.ANY_WINDOW


@pytest.mark.requirement("R14")
def test_deferred_handling_is_for_what_is_put_off() -> None:
    for serves in Archetype:
        found = rule(Channel.DEFERRED, Role.CLERK, serves)
        assert (found is None) == (serves is Archetype.DEFERRAL)


@pytest.mark.requirement("R14")
def test_a_machine_makes_no_appointment_reserves_nothing_and_defers_nothing() -> None:
    refused = {a for a in Archetype if rule(Channel.SELF_SERVICE, Role.PARTNER, a)}
    assert refused == {Archetype.RESERVATION, Archetype.APPOINTMENT, Archetype.DEFERRAL}


@pytest.mark.parametrize(
    ("role", "channels"),
    [
        (Role.APPLICANT, ONLINE),
        (Role.PARTNER, ONLINE),
        (Role.CLERK, COUNTERS),
        (Role.SUPERVISOR, COUNTERS),
        (Role.HQ, set()),
        (Role.AUDITOR, set()),
        (Role.CARRIER, set()),
        (Role.SYSTEM, set()),
    ],
)
def test_a_token_that_names_no_channel_has_those_of_its_role(
    role: Role, channels: set[Channel]
) -> None:
    assert ways_of(role) == channels


def test_only_a_token_that_names_a_machine_comes_from_one() -> None:
    machine = frozenset({Channel.SELF_SERVICE})
    assert ways_of(Role.PARTNER, machine) == machine
    assert ways_of(Role.APPLICANT, machine) == set()
