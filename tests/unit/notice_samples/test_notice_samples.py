"""An official has samples sent to himself, so many a day, and each is recorded once."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.notice_samples import commands, events
from domain.notice_samples.decisions import MOST_A_DAY
from domain.notice_samples.kinds import NoticeSampleStage, SampleLanguage
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notice_samples.refusals import NoticeSamplesUsedUp
from domain.notice_samples.state import samples_of
from domain.people import Actor, Role, system
from domain.refusal import NotPermitted
from domain.services.catalogue import CATALOGUE

NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
TODAY = date(2020, 2, 24)
CLERK = Actor(Role.CLERK, "clerk-1", "410100")
KEY = UUID(int=7)
ASK = commands.AskForNoticeSample(
    step="CaseAccepted",
    language=SampleLanguage.BOTH,
    key_id=KEY,
    sealed={"mobile": "pii1.AAAA"},
)


def asked(sample: int, on: date = TODAY) -> events.NoticeSampleAsked:
    return events.NoticeSampleAsked(
        sample=sample,
        step="CaseAccepted",
        language=SampleLanguage.BOTH,
        officer="clerk-1",
        asked_on=on,
        key_id=KEY,
        sealed={"mobile": "pii1.AAAA"},
    )


def decided(command: Command, *history: Event, by: Actor = CLERK) -> list[Event]:
    at = Circumstances(NOW, by, samples_of("clerk-1"), CATALOGUE, Calendar())
    return [*NOTICE_SAMPLES.decide(NOTICE_SAMPLES.fold(history), command, at).events]


def handed_over(sample: int, taken: bool) -> commands.RecordSampleHandOver:
    return commands.RecordSampleHandOver(sample=sample, taken=taken)


def test_each_sample_has_its_number() -> None:
    assert decided(ASK) == [asked(1)]
    assert decided(ASK, asked(1), asked(2)) == [asked(3)]


def test_there_are_so_many_a_day_and_more_on_the_next() -> None:
    used_up = [asked(each + 1) for each in range(MOST_A_DAY)]
    with pytest.raises(NoticeSamplesUsedUp):
        decided(ASK, *used_up)
    before = [asked(each + 1, date(2020, 2, 23)) for each in range(MOST_A_DAY)]
    assert decided(ASK, *before) == [asked(MOST_A_DAY + 1)]


@pytest.mark.parametrize(
    ("taken", "event", "stage"),
    [
        (True, events.NoticeSampleHandedOver(sample=1), NoticeSampleStage.HANDED_OVER),
        (False, events.NoticeSampleTurnedAway(sample=1), NoticeSampleStage.TURNED_AWAY),
    ],
)
def test_what_became_of_it_is_recorded_once(
    taken: bool, event: Event, stage: NoticeSampleStage
) -> None:
    command, messenger = handed_over(1, taken), system("messenger")
    assert decided(command, asked(1), by=messenger) == [event]
    assert decided(command, asked(1), event, by=messenger) == []
    assert decided(command, asked(1), asked(2), by=messenger) == []
    assert NOTICE_SAMPLES.fold([asked(1), event]).stage is stage


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.PARTNER, Role.AUDITOR, Role.CARRIER])
def test_nobody_else_has_samples_sent(role: Role) -> None:
    with pytest.raises(NotPermitted):
        decided(ASK, by=Actor(role, "somebody"))


def test_another_clerk_does_not_see_them_and_an_auditor_does() -> None:
    current = NOTICE_SAMPLES.fold([asked(1)])
    sees = NOTICE_SAMPLES.sees
    assert sees(CLERK, current, CLERK)
    assert not sees(Actor(Role.CLERK, "clerk-2", "410100"), current, CLERK)
    assert sees(Actor(Role.AUDITOR, "auditor"), current, CLERK)


def test_each_official_has_a_stream_of_his_own() -> None:
    assert samples_of("clerk-1") != samples_of("clerk-1@elsewhere")
