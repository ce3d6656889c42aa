"""ONE_TIME_CODE: digits that were sent to a telephone, and what they have proven."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect
from domain.one_time_codes import commands, decisions, events
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.one_time_codes.state import OneTimeCode
from domain.one_time_codes.words import WORDS
from domain.people import Actor, Role

_HOLDERS: Final = frozenset({Role.APPLICANT, Role.PARTNER})
_BEGUN: Final = set(OneTimeCodeStage) - {OneTimeCodeStage.NONE}


def _requested(current: OneTimeCode, event: events.OneTimeCodeRequested) -> OneTimeCode:
    return replace(
        current,
        purpose=event.purpose,
        holder=event.holder,
        number_index=event.number_index,
        digits_index=event.digits_index,
        key_id=event.key_id,
        sealed=event.sealed,
        tries_left=event.tries,
        expires_at=event.expires_at,
    )


def _mistaken(current: OneTimeCode, event: events.WrongDigitsEntered) -> OneTimeCode:
    return replace(current, tries_left=event.tries_left)


def _confirmed(current: OneTimeCode, event: events.OneTimeCodeConfirmed) -> OneTimeCode:
    return replace(current, use_by=event.use_by)


def _used(current: OneTimeCode, event: events.OneTimeCodeUsed) -> OneTimeCode:
    return replace(current, case=event.case)


def _sees(by: Actor, current: OneTimeCode, owner: Actor) -> bool:
    """The person who asked for it, in either role, and who accounts for the service."""
    if by.role in _HOLDERS:
        return by.person == owner.person
    return by.role in {Role.AUDITOR, Role.SYSTEM}


ONE_TIME_CODE: Final = Aggregate(
    kind="one_time_code",
    initial=OneTimeCode(),
    event=events.OneTimeCodeEvent,
    command=commands.OneTimeCodeCommand,
    decisions=(
        Decision(
            commands.RequestOneTimeCode,
            at={OneTimeCodeStage.NONE},
            by=_HOLDERS,
            decide=decisions.request,
        ),
        Decision(commands.ConfirmOneTimeCode, at=_BEGUN, by=_HOLDERS, decide=decisions.confirm),
        Decision(
            commands.UseOneTimeCode, at=set(OneTimeCodeStage), by=LINKED, decide=decisions.use
        ),
    ),
    effects=(
        Effect(events.OneTimeCodeRequested, to=OneTimeCodeStage.REQUESTED, change=_requested),
        Effect(events.WrongDigitsEntered, to=CARRIED, change=_mistaken),
        Effect(events.OneTimeCodeConfirmed, to=OneTimeCodeStage.CONFIRMED, change=_confirmed),
        Effect(events.OneTimeCodeUsed, to=OneTimeCodeStage.USED, change=_used),
    ),
    words=WORDS,
    sees=_sees,
    about=lambda current: {"tries_left": str(current.tries_left)},
)
