"""NOTICE_SAMPLES: an official reads a text on his own telephone before citizens do (ADR 96)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.notice_samples import commands, decisions, events
from domain.notice_samples.kinds import NoticeSampleStage
from domain.notice_samples.state import NoticeSamples
from domain.notice_samples.words import WORDS
from domain.people import Actor, Role

_OFFICIALS: Final = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HQ})
_READERS: Final = frozenset({Role.HQ, Role.AUDITOR, Role.SYSTEM})


def _asked(current: NoticeSamples, event: events.NoticeSampleAsked) -> NoticeSamples:
    same_day = current.asked_on == event.asked_on
    return replace(
        current,
        officer=event.officer,
        samples=event.sample,
        asked_on=event.asked_on,
        of_day=current.of_day + 1 if same_day else 1,
        step=event.step,
        language=event.language,
        key_id=event.key_id,
    )


def _sees(by: Actor, current: NoticeSamples, owner: Actor) -> bool:
    """The official himself, and who accounts for the service."""
    return by.person == owner.person or by.role in _READERS


NOTICE_SAMPLES: Final = Aggregate(
    kind="notice_samples",
    initial=NoticeSamples(),
    event=events.NoticeSampleEvent,
    command=commands.NoticeSampleCommand,
    decisions=(
        Decision(
            commands.AskForNoticeSample,
            at=set(NoticeSampleStage),
            by=_OFFICIALS,
            decide=decisions.ask,
        ),
        Decision(
            commands.RecordSampleHandOver,
            at=set(NoticeSampleStage) - {NoticeSampleStage.NONE},
            by={Role.SYSTEM},
            decide=decisions.hand_over,
        ),
    ),
    effects=(
        Effect(events.NoticeSampleAsked, to=NoticeSampleStage.DUE, change=_asked),
        Effect(events.NoticeSampleHandedOver, to=NoticeSampleStage.HANDED_OVER),
        Effect(events.NoticeSampleTurnedAway, to=NoticeSampleStage.TURNED_AWAY),
    ),
    words=WORDS,
    sees=_sees,
)
