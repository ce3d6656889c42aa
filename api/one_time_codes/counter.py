"""Gives codes out and takes digits in, as often as a number, a person and a place may."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

from api.rates.buckets import CODES_FROM_ADDRESS, CODES_OF_PARTNER, CODES_OF_PERSON, CODES_TO_NUMBER
from api.rates.guesses import Drawn, Guesses
from api.security.events import WRONG_DIGITS
from api.security.log import noted
from domain.code_purpose import CodePurpose
from domain.door.door import Begun, Door
from domain.door.outcome import Outcome
from domain.door.request import Request
from domain.event_store.pending import StoreUnavailable
from domain.name_based import uuid5
from domain.one_time_codes.commands import ConfirmOneTimeCode
from domain.one_time_codes.maker import CodeMaker, ToSend
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.refusals import OneTimeCodeWrong, refuse_wrong
from domain.one_time_codes.state import OneTimeCode, code_stream
from domain.people import Role, system
from domain.refusal import Refusal

_IDS: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7b43").bytes


class GivenOut(NamedTuple):
    """A code that has been asked for, and the header fields of the answer."""

    code: UUID
    state: OneTimeCode
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CodeCounter:
    """``follow_keys`` takes in keys that were added since, because another process may have
    made the digits under one of them.
    """

    door: Door
    guesses: Guesses
    maker: CodeMaker
    follow_keys: Callable[[], Awaitable[None]]

    async def ask(
        self, request: Request, principal: str, client: str, number: str, purpose: CodePurpose
    ) -> GivenOut:
        """Begins a code, whose id follows from the request: what is repeated begins nothing.

        Each message costs a token of the number, of whoever asks and of the place ``client``
        from which he does. They are given back if nothing was begun.

        Raises 429, and what the door raises.
        """
        code = code_of(request)
        stream, fields = code_stream(code), dict[str, str]()
        if not await self.door.replayed(request):
            of_whom = CODES_OF_PARTNER if request.by.role is Role.PARTNER else CODES_OF_PERSON
            attempt = await self.guesses.attempt(
                Drawn(CODES_TO_NUMBER, number),
                Drawn(of_whom, principal),
                Drawn(CODES_FROM_ADDRESS, client),
            )
            fields = attempt.fields
            try:
                command = await self.maker.request(stream, number, purpose)
                outcome = await self.door.begin(ONE_TIME_CODE, Begun(stream, command, request))
            except (Refusal, StoreUnavailable):
                await attempt.void()
                raise
            if outcome.replayed:
                await attempt.void()
        opened, _ = await self.door.open(ONE_TIME_CODE, stream, request.by)
        return GivenOut(code, opened.state, fields)

    async def confirmation(self, code: UUID, digits: str) -> ConfirmOneTimeCode:
        """The command that enters digits, without the digits."""
        await self.follow_keys()
        return self.maker.confirmation(code_stream(code), digits)

    async def enter(self, code: UUID, command: ConfirmOneTimeCode, request: Request) -> Outcome:
        """Confirms a code. Raises the refusal of wrong digits too, of which the try is stored."""
        outcome = await self.door.handle(ONE_TIME_CODE, code_stream(code), command, request)
        try:
            refuse_wrong(outcome.stage, outcome.about)
        except OneTimeCodeWrong as wrong:
            noted(WRONG_DIGITS, tries_left=wrong.tries_left)
            raise
        return outcome

    async def message(self, code: UUID) -> ToSend:
        """What goes to the telephone. It is for whoever tries the service out, and nobody else."""
        stream = code_stream(code)
        opened, _ = await self.door.open(ONE_TIME_CODE, stream, system("demo"))
        return await self.maker.to_send(stream, opened.state)


def code_of(request: Request) -> UUID:
    """The id of the code for which a request asks."""
    return uuid5(_IDS, str(request.command_id))
