"""Asks for six digits by SMS, and enters them: so a telephone is shown to be at hand (ADR 43)."""

from datetime import datetime
from typing import Annotated, Final, Literal, TypedDict
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Request

from api.client_address import client_address
from api.command_outcome import carried_out
from api.command_request import idempotency_key, read_command, request_by, required_key
from api.dependencies import Applicant, TheDesk, TheLanguage
from api.desk import Desk
from api.form_defects import wrong_item
from api.one_time_codes.counter import CodeCounter
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, headed, joined, sent, titled
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import schema_of
from api.permissions import public
from api.problems import Problem
from domain.code_purpose import CodePurpose
from domain.identifiers import mobile
from domain.identifiers.invalid import InvalidIdentifier
from domain.one_time_codes.digits import DIGITS
from domain.services.texts import TEXTS
from domain.spelling import AS_NUMBER
from domain.titles import Title

router = APIRouter(prefix="/one-time-codes", tags=["one-time-codes"], route_class=TypedRoute)
demo_router = APIRouter(
    prefix="/demo", tags=["demo"], dependencies=[Depends(public())], route_class=TypedRoute
)
_ASK: Final = Title("获取短信验证码", "Ask for an SMS code")
_ENTER: Final = Title("提交短信验证码", "Enter the SMS code")


class CodeRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The number to which digits are sent, and what for."""

    mobile: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    purpose: CodePurpose


class EnteredDigits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The six digits of the message."""

    digits: Annotated[str, msgspec.Meta(pattern=DIGITS), AS_NUMBER]


class CodeGiven(TypedDict):
    """``id`` is what a form names once the digits are confirmed."""

    id: UUID
    purpose: CodePurpose
    expires_at: datetime
    tries_left: int


class CodeConfirmed(TypedDict):
    id: UUID
    stage: Literal["confirmed", "used"]


class DemoMessage(TypedDict):
    """The message that a telephone would receive."""

    to: str
    digits: str


@router.post(
    "",
    operation_id="requestOneTimeCode",
    status_code=201,
    summary=_ASK.en,
    openapi_extra=joined(
        asked(schema_of(CodeRequest)),
        headed("RateLimit", "RateLimit-Policy", "Location", status=201),
        sent({**IDEMPOTENCY_KEY, "required": True}),
        titled(_ASK),
    ),
)
async def ask(
    request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Answer[CodeGiven]:
    """Sends six digits to a mobile number. They are good for five minutes and three tries.

    The same key and body ask for the same code. Five an hour go to one number. A form names the
    code by its ``id``, after it was confirmed.
    """
    counter = _counter(desk)
    key = required_key(request.headers.get("idempotency-key"))
    wanted = read_command(CodeRequest, request, await request.body())
    try:
        number = mobile.parse(wanted.mobile).text
    except InvalidIdentifier as wrong:
        rule = f"mobile_{wrong.rule}"
        raise wrong_item("/mobile", rule, TEXTS[rule], language) from None
    mark = counter.maker.mark(number, wanted.purpose)
    by = request_by(identity, stream=None, name="RequestOneTimeCode", body=mark, key=key)
    client = client_address(request.scope)
    given = await carried_out(
        desk, by.command_id, counter.ask(by, identity.principal, client, number, wanted.purpose)
    )
    state = given.state
    assert state.purpose is not None
    assert state.expires_at is not None
    shown = CodeGiven(
        id=given.code,
        purpose=state.purpose,
        expires_at=state.expires_at,
        tries_left=state.tries_left,
    )
    headers = {**given.fields, "location": f"{request.url.path}/{given.code}"}
    return Answer(shown, 201, headers)


@router.post(
    "/{one_time_code}/confirmation",
    operation_id="confirmOneTimeCode",
    summary=_ENTER.en,
    openapi_extra=joined(asked(schema_of(EnteredDigits)), sent(IDEMPOTENCY_KEY), titled(_ENTER)),
)
async def enter(
    one_time_code: UUID, request: Request, desk: TheDesk, identity: Applicant
) -> Answer[CodeConfirmed]:
    """Confirms a code. Wrong digits cost a try, and the answer says how many are left.

    A code that somebody else has asked for does not exist. Within an hour after it is confirmed
    one application may name it.
    """
    counter = _counter(desk)
    given = read_command(EnteredDigits, request, await request.body())
    command = await counter.confirmation(one_time_code, given.digits)
    by = request_by(
        identity,
        stream=one_time_code,
        name="ConfirmOneTimeCode",
        body=command.digits_indexes[-1],
        key=idempotency_key(request),
    )
    entering = counter.enter(one_time_code, command, by)
    outcome = await carried_out(desk, by.command_id, entering)
    stage: Literal["confirmed", "used"] = "used" if outcome.stage == "used" else "confirmed"
    return Answer(CodeConfirmed(id=one_time_code, stage=stage))


@demo_router.get(
    "/one-time-codes/{one_time_code}",
    operation_id="demoMessage",
    summary="The message that a telephone would receive",
)
async def message(one_time_code: UUID, desk: TheDesk) -> Answer[DemoMessage]:
    """Shows the digits of a code to whoever tries the service out. Nobody can in earnest."""
    if desk.demo_issuer is None:
        raise Problem("not-found", 404)
    to_send = await _counter(desk).message(one_time_code)
    return Answer(DemoMessage(to=mobile.mask(to_send.number), digits=to_send.digits))


def _counter(desk: Desk) -> CodeCounter:
    """Raises 503 where nobody has said by which gateway messages go."""
    if desk.codes is None:
        raise Problem("sms-unavailable", 503)
    return desk.codes
