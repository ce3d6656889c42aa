"""REMINDER: the owner or holder of a record is reminded of one day, once (ADR 103)."""

from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.people import Actor, Role
from domain.reminders import commands, decisions, events
from domain.reminders.kinds import ReminderStage
from domain.reminders.notices import TELLS
from domain.reminders.state import Reminder
from domain.reminders.words import WORDS


def _begun(current: Reminder, event: events.ReminderEvent) -> Reminder:
    return replace(
        current,
        record=event.record,
        topic=event.topic,
        office=event.office,
        last_on=event.last_on,
    )


def _put_off(current: Reminder, event: events.ReminderPutOff) -> Reminder:
    begun = _begun(current, event)
    return replace(begun, until=event.until, put_off_for=event.reason, relief=event.relief)


def _given(current: Reminder, event: events.HolderReminded) -> Reminder:
    begun = _begun(current, event)
    return replace(begun, until=event.until, put_off_for=None, relief="", contact=event.contact)


def _dropped(current: Reminder, event: events.ReminderDropped) -> Reminder:
    begun = _begun(current, event)
    return replace(begun, until=None, put_off_for=None, relief="", dropped_for=event.reason)


def _sees(by: Actor, current: Reminder, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=owner)


REMINDER: Final = Aggregate(
    kind="reminder",
    initial=Reminder(),
    event=events.ReminderEvent,
    command=commands.ReminderCommand,
    decisions=(
        Decision(
            commands.RemindHolder,
            at={ReminderStage.NEW, ReminderStage.PUT_OFF},
            by=frozenset({Role.SYSTEM}),
            decide=decisions.remind,
            reads=decisions.reads,
        ),
    ),
    effects=(
        Effect(events.ReminderPutOff, to=ReminderStage.PUT_OFF, change=_put_off),
        Effect(events.HolderReminded, to=ReminderStage.GIVEN, change=_given),
        Effect(events.ReminderDropped, to=ReminderStage.DROPPED, change=_dropped),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
    tells=TELLS,
)
