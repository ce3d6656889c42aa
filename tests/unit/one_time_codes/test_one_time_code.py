"""A one-time code lets its holder in once, after three tries in five minutes at most."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.code_purpose import CodePurpose
from domain.message import Event
from domain.one_time_codes.commands import (
    ConfirmOneTimeCode,
    OneTimeCodeCommand,
    RequestOneTimeCode,
    UseOneTimeCode,
)
from domain.one_time_codes.events import (
    OneTimeCodeConfirmed,
    OneTimeCodeEvent,
    OneTimeCodeRequested,
    OneTimeCodeUsed,
    WrongDigitsEntered,
)
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.refusals import (
    OneTimeCodeExpired,
    OneTimeCodeSpent,
    OneTimeCodeUnusable,
    WhyUnusable,
)
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.one_time_codes.state import code_named, code_stream
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

CODE, CASE = UUID(int=43), UUID("0170a3c5-8c00-7000-8000-000000000001")
NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
HOLDER, OTHER = Actor(Role.APPLICANT, "citizen"), Actor(Role.APPLICANT, "neighbour")
RIGHT, WRONG, NUMBER = b"right hash", b"wrong hash", b"number index"
ASK = RequestOneTimeCode(
    purpose=CodePurpose.CONTACT_CHANGE,
    number_index=NUMBER,
    digits_index=RIGHT,
    key_id=UUID(int=1),
    sealed={"mobile": "pii1.AQE"},
)
ASKED = OneTimeCodeRequested(
    purpose=CodePurpose.CONTACT_CHANGE,
    holder="citizen",
    number_index=NUMBER,
    digits_index=RIGHT,
    key_id=UUID(int=1),
    sealed={"mobile": "pii1.AQE"},
    tries=3,
    expires_at=NINE + timedelta(minutes=5),
)
ONCE = WrongDigitsEntered(tries_left=2, stage=OneTimeCodeStage.REQUESTED)
TWICE = WrongDigitsEntered(tries_left=1, stage=OneTimeCodeStage.REQUESTED)
THRICE = WrongDigitsEntered(tries_left=0, stage=OneTimeCodeStage.SPENT)
SURE = OneTimeCodeConfirmed(use_by=NINE + timedelta(hours=1))
USED = OneTimeCodeUsed(case=CASE)
ENTER = ConfirmOneTimeCode(digits_indexes=(b"under an old key", RIGHT))
MISTYPE = ConfirmOneTimeCode(digits_indexes=(WRONG,))
USE = UseOneTimeCode(case=CASE, purpose=CodePurpose.CONTACT_CHANGE, number_index=NUMBER)


def after(
    command: OneTimeCodeCommand,
    *history: OneTimeCodeEvent,
    by: Actor = HOLDER,
    now: datetime = NINE,
) -> tuple[Event, ...]:
    at = Circumstances(now, by, CODE, CATALOGUE, Calendar())
    linked = isinstance(command, UseOneTimeCode)
    return ONE_TIME_CODE.decide(ONE_TIME_CODE.fold(history), command, at, linked=linked).events


def test_it_is_good_for_five_minutes_and_three_tries() -> None:
    assert after(ASK) == (ASKED,)


def test_it_belongs_to_whoever_asked_for_it() -> None:
    (asked,) = after(ASK, by=Actor(Role.PARTNER, "p", issuer="https://a.example"))
    assert isinstance(asked, OneTimeCodeRequested)
    assert asked.holder == "p@https://a.example"


def test_nobody_else_asks_for_one() -> None:
    with pytest.raises(NotPermitted):
        after(ASK, by=system("messenger"))


def test_an_id_gives_one_code() -> None:
    with pytest.raises(NotAtThisStage):
        after(ASK, ASKED)


def test_right_digits_confirm_it_for_an_hour() -> None:
    assert after(ENTER, ASKED, ONCE, TWICE) == (SURE,)


def test_digits_are_right_under_any_key_in_use() -> None:
    assert after(ConfirmOneTimeCode(digits_indexes=(RIGHT, WRONG)), ASKED) == (SURE,)


@pytest.mark.parametrize(
    ("history", "event"), [([], ONCE), ([ONCE], TWICE), ([ONCE, TWICE], THRICE)]
)
def test_wrong_digits_cost_a_try(history: list[OneTimeCodeEvent], event: Event) -> None:
    assert after(MISTYPE, ASKED, *history) == (event,)


def test_after_three_wrong_tries_the_right_digits_come_too_late() -> None:
    with pytest.raises(OneTimeCodeSpent):
        after(ENTER, ASKED, ONCE, TWICE, THRICE)


def test_the_last_moment_is_just_before_five_minutes() -> None:
    late = NINE + timedelta(minutes=5)
    assert after(ENTER, ASKED, now=late - timedelta(microseconds=1))
    for command in (ENTER, MISTYPE):
        with pytest.raises(OneTimeCodeExpired):
            after(command, ASKED, now=late)


@pytest.mark.parametrize("history", [[SURE], [SURE, USED]])
@pytest.mark.parametrize("command", [ENTER, MISTYPE])
def test_what_is_confirmed_is_not_confirmed_again(
    history: list[OneTimeCodeEvent], command: OneTimeCodeCommand
) -> None:
    assert after(command, ASKED, *history, now=NINE + timedelta(days=1)) == ()


def test_an_application_uses_it() -> None:
    assert after(USE, ASKED, SURE) == (USED,)


def test_nobody_uses_it_by_himself() -> None:
    at = Circumstances(NINE, HOLDER, CODE, CATALOGUE, Calendar())
    with pytest.raises(NotPermitted):
        ONE_TIME_CODE.decide(ONE_TIME_CODE.fold([ASKED, SURE]), USE, at)


ELSEWHERE = UseOneTimeCode(case=CASE, purpose=CodePurpose.CONTACT_CHANGE, number_index=b"other")
SUBMITTING = UseOneTimeCode(case=CASE, purpose=CodePurpose.SUBMISSION, number_index=NUMBER)


@pytest.mark.parametrize(
    ("command", "history", "by", "why"),
    [
        (USE, [], HOLDER, WhyUnusable.UNKNOWN),
        (USE, [ASKED, SURE], OTHER, WhyUnusable.UNKNOWN),
        (ELSEWHERE, [ASKED], OTHER, WhyUnusable.UNKNOWN),
        (ELSEWHERE, [ASKED, SURE], HOLDER, WhyUnusable.OTHER_NUMBER),
        (SUBMITTING, [ASKED, SURE], HOLDER, WhyUnusable.OTHER_PURPOSE),
        (USE, [ASKED], HOLDER, WhyUnusable.NOT_CONFIRMED),
        (USE, [ASKED, ONCE, TWICE, THRICE], HOLDER, WhyUnusable.NOT_CONFIRMED),
        (USE, [ASKED, SURE, USED], HOLDER, WhyUnusable.USED),
    ],
)
def test_what_it_does_not_prove(
    command: UseOneTimeCode, history: list[OneTimeCodeEvent], by: Actor, why: WhyUnusable
) -> None:
    with pytest.raises(OneTimeCodeUnusable) as refused:
        after(command, *history, by=by)
    assert refused.value.details() == {"purpose": command.purpose, "why": why}


def test_an_hour_after_it_was_confirmed_it_proves_nothing() -> None:
    assert after(USE, ASKED, SURE, now=NINE + timedelta(minutes=59)) == (USED,)
    with pytest.raises(OneTimeCodeUnusable) as refused:
        after(USE, ASKED, SURE, now=NINE + timedelta(hours=1))
    assert refused.value.why is WhyUnusable.TOO_OLD


@pytest.mark.parametrize(
    ("by", "seen"),
    [
        (HOLDER, True),
        (Actor(Role.PARTNER, "citizen"), True),
        (OTHER, False),
        (Actor(Role.APPLICANT, "citizen", issuer="https://a.example"), False),
        (Actor(Role.CLERK, "citizen", "410100"), False),
        (Actor(Role.HQ, "hq"), False),
        (Actor(Role.AUDITOR, "auditor"), True),
        (system("messenger"), True),
    ],
)
def test_who_sees_it(by: Actor, *, seen: bool) -> None:
    assert ONE_TIME_CODE.sees(by, ONE_TIME_CODE.fold([ASKED]), HOLDER) is seen


def test_its_stream_is_computed_so_no_id_names_a_stream_of_another_kind() -> None:
    assert code_stream(CODE) != CODE
    assert code_named(str(CODE).upper()) == code_named(CODE.hex) == code_stream(CODE)
    assert code_named("nonsense") != code_stream(CODE)
