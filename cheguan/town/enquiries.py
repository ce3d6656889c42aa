"""A few calls and questions of February 2020, in three cities: asked, answered, sent round, rated.

Nobody has told what was asked then. The numbers are drawn, so that a dashboard has some.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Final, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from cheguan.town import officers
from cheguan.town.requests import town_request
from cheguan.town.town import Town
from domain.calendar import OFFICE_ZONE, Calendar
from domain.call_logs.call_day import CallDay
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.commands import RecordCallDays
from domain.call_logs.state import call_log_of
from domain.case_id import new_case_id
from domain.enquiries.asked import AskedBy, sealed_question
from domain.enquiries.commands import (
    AnswerEnquiry,
    CallAskerBack,
    EnquiryCommand,
    RateEnquiry,
    TransferEnquiry,
)
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import (
    CallBackResult,
    EnquiryChannel,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.enquiries.state import ANSWER, NOTE
from domain.people import Actor, system
from domain.vault import seal

_CITIES: Final = ("410100", "410300", "411300")
_FIRST, _LAST = date(2020, 2, 10), date(2020, 3, 5)
_EXCHANGE: Final = system("call-log")
_ASKED: Final[Sequence[tuple[EnquiryTopic, str, str]]] = (
    (
        EnquiryTopic.OPENING,
        "请问县车管所窗口什么时候恢复办理？",
        "各县恢复时间由市里根据疫情确定，去以前请先电话咨询或者在网上查询窗口开放情况。",
    ),
    (
        EnquiryTopic.LICENCE,
        "驾驶证二月份到期，疫情期间出不了门怎么办？",
        "换证期限已经延长，疫情结束后再办理即可，也可以现在网上办理。",
    ),
    (
        EnquiryTopic.DELIVERY,
        "补领的行驶证什么时候能寄到？",
        "已经交邮政寄递，收件前邮政会与您电话联系。",
    ),
    (
        EnquiryTopic.EXAMINATION,
        "取消考试预约算不算一次考试？",
        "疫情期间自己取消预约的，不计入考试次数，也不影响下次预约排序。",
    ),
    (
        EnquiryTopic.ONLINE,
        "网上申请临时号牌时照片传不上去。",
        "请将照片压缩到 5 MB 以内，格式为 JPEG 或者 PNG，再重新上传。",
    ),
)
_RATINGS: Final = (
    *(Satisfaction.VERY_GOOD, Satisfaction.VERY_GOOD, Satisfaction.GOOD, Satisfaction.GOOD),
    *(Satisfaction.FAIR, Satisfaction.BAD),
)


class TownQuestion(NamedTuple):
    """Something that happens to the ``number``-th question. Without a command it is asked."""

    at: datetime
    number: int
    by: Actor
    command: EnquiryCommand | None = None


class TownCalls(NamedTuple):
    """The calls of a day, which are imported on the next morning."""

    at: datetime
    command: RecordCallDays


def enquiry_acts() -> Iterator[TownQuestion | TownCalls]:
    """Everything that happens, day by day and city by city."""
    calendar, numbers = Calendar(), count()
    for days in range((_LAST - _FIRST).days + 1):
        day = _FIRST + timedelta(days=days)
        if not calendar.is_working_day(day):
            continue
        for city in _CITIES:
            draw = Random(f"{city}-{day}")
            yield _calls(city, day, draw)
            yield from _question(next(numbers), city, day, draw)


def _calls(city: str, day: date, draw: Random) -> TownCalls:
    offered = draw.randint(60, 180)
    answered = round(offered * draw.uniform(0.86, 0.99))
    told = CallDay(
        office=city,
        on=day,
        offered=offered,
        answered=answered,
        waited_s=answered * draw.randint(12, 40),
    )
    return TownCalls(_at(day + timedelta(days=1), 7, 30), RecordCallDays(region=city, days=(told,)))


def _question(number: int, city: str, day: date, draw: Random) -> Iterator[TownQuestion]:
    """Most are explained at once, some are seen to first, and few are passed on."""
    asker = officers.applicant(f"town-asker-{number}")
    clerk, other = officers.clerk(city, number), officers.clerk(city, number + 1)
    start = _at(day, 9, draw.randint(0, 59))
    hour, fate = timedelta(hours=1), draw.random()
    yield TownQuestion(start, number, asker)
    if fate < 0.15:
        pass_on = TransferEnquiry(to_office=city, reason=PassingOn.OTHER_SKILL)
        yield TownQuestion(start + hour / 2, number, clerk, pass_on)
        if fate < 0.05:
            yield TownQuestion(start + hour, number, other, pass_on)
    *_, answer = _ASKED[number % len(_ASKED)]
    if fate > 0.8:
        promise = AnswerEnquiry(outcome=EnquiryOutcome.COORDINATED, answer="正在协调，请稍候。")
        yield TownQuestion(start + 2 * hour, number, other, promise)
        if fate > 0.97:
            return
    outcome = EnquiryOutcome.SOLVED if fate > 0.8 else EnquiryOutcome.EXPLAINED
    told = AnswerEnquiry(outcome=outcome, answer=answer)
    yield TownQuestion(start + 5 * hour, number, other, told)
    if draw.random() < 0.7:
        rating = RateEnquiry(satisfaction=draw.choice(_RATINGS))
        yield TownQuestion(start + 6 * hour, number, asker, rating)
        if rating.satisfaction.is_bad:
            call = CallAskerBack(result=CallBackResult.EXPLAINED, note="已电话说明并致歉。")
            yield TownQuestion(start + 7 * hour, number, officers.leader(city), call)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), OFFICE_ZONE)


class TownEnquiries:
    """Asks and answers. It knows under which id a question stands."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._streams: dict[int, tuple[UUID, int]] = {}

    async def take(self, act: TownQuestion | TownCalls) -> None:
        """Carries an act out, at its instant."""
        self._town.clock.act_at(act.at)
        if isinstance(act, TownCalls):
            stream = call_log_of(act.command.region)
            self._town.door.forget(stream)
            asked = town_request(stream, act.command.days[0].on.toordinal(), act.command, _EXCHANGE)
            request = replace(asked, expected=None)
            await self._town.door.handle(CALL_LOG, stream, act.command, request)
        elif act.command is None:
            await self._ask(act)
        else:
            await self._go_on(act, act.command)

    async def _ask(self, act: TownQuestion) -> None:
        topic, question, _ = _ASKED[act.number % len(_ASKED)]
        stream, key = new_case_id(), await self._town.keyring.new_key()
        city = _CITIES[act.number % len(_CITIES)]
        command = sealed_question(
            AskedBy(question=question),
            key,
            stream,
            office=city,
            channel=EnquiryChannel.PAGE,
            topic=topic,
            case=None,
        )
        self._town.keyring.remember(key)
        asked = town_request(stream, 0, command, act.by)
        outcome = await self._town.door.handle(ENQUIRY, stream, command, asked)
        self._streams[act.number] = stream, outcome.version

    async def _go_on(self, act: TownQuestion, command: EnquiryCommand) -> None:
        stream, version = self._streams[act.number]
        opened, _ = await self._town.door.open(ENQUIRY, stream, act.by)
        key_id = opened.state.key_id
        assert key_id is not None
        key = await self._town.keyring.key(key_id)
        match command:
            case AnswerEnquiry(answer=answer):
                command = replace(command, answer=seal(key, stream, ANSWER, answer.encode()))
            case CallAskerBack(note=note):
                command = replace(command, note=seal(key, stream, NOTE, note.encode()))
        asked = town_request(stream, version, command, act.by)
        outcome = await self._town.door.handle(ENQUIRY, stream, command, asked)
        self._streams[act.number] = stream, outcome.version
