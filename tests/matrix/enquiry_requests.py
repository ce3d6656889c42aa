"""How the routes of questions are asked, each about a fresh one that the owner has asked."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from api.desk import Desk
from api.resource import API
from domain.call_logs.call_day import CallDay
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.commands import RecordCallDays
from domain.call_logs.state import call_log_of
from domain.case_id import new_case_id
from domain.enquiries.asked import AskedBy, sealed_question
from domain.enquiries.commands import AnswerEnquiry, RateEnquiry, TransferEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import (
    EnquiryChannel,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.enquiry_desks.commands import BeginEnquiryShift
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import enquiry_desk_of
from domain.message import Command
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role, system
from tests.kit.offices import asked
from tests.matrix.ask import FORM, Ask
from tests.matrix.people import OWNER

_ENQUIRIES: Final = f"{API}/enquiries"
_ENQUIRY: Final = f"{_ENQUIRIES}/{{enquiry}}"
_DESK: Final = f"{API}/enquiry-desks/{{enquiry_desk}}"
_CLERK: Final = Actor(Role.CLERK, "answering-clerk", ZHENGZHOU)


def _json(**fields: object) -> str:
    return json.dumps(fields)


ENQUIRY_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {_ENQUIRIES}": Ask(shown=lambda answer: bool(answer.json()["enquiries"])),
    f"POST {_ENQUIRIES}": Ask(_json(question="请问何时寄出？", topic="delivery", case="{case}")),
    f"GET {_ENQUIRY}": Ask(),
    f"GET {_ENQUIRY}/history": Ask(),
    f"GET {_ENQUIRY}/conversation": Ask(),
    f"POST {_ENQUIRY}/caller": Ask(_json(purpose="contact")),
    f"POST {_ENQUIRY}/take-enquiry": Ask(),
    f"POST {_ENQUIRY}/answer-enquiry": Ask(_json(outcome="explained", answer="明天寄出。")),
    f"POST {_ENQUIRY}/ask-further": Ask(_json(question="还没有收到。")),
    f"POST {_ENQUIRY}/transfer-enquiry": Ask(_json(to_office="410122", reason="not_competent")),
    f"POST {_ENQUIRY}/settle-shirking-alarm": Ask(_json(handler="colleague")),
    f"POST {_ENQUIRY}/rate-enquiry": Ask(_json(satisfaction="good")),
    f"POST {_ENQUIRY}/call-asker-back": Ask(_json(result="explained", note="已说明。")),
    f"GET {_DESK}": Ask(),
    f"GET {_DESK}/history": Ask(),
    f"POST {_DESK}/begin-enquiry-shift": Ask(_json(office=ZHENGZHOU, until="{shift_until}")),
    f"POST {_DESK}/end-enquiry-shift": Ask(),
    "GET /enquiries": Ask(),
    "POST /enquiries": Ask("act=begin&key=1", media_type=FORM),
    "GET /enquiries/{enquiry}": Ask(),
    "POST /enquiries/{enquiry}": Ask("act=show-caller", media_type=FORM),
    "GET /mine/enquiries": Ask(query="?case={case}"),
    "POST /mine/enquiries": Ask("topic=other&question=1&office=410100&key=1", media_type=FORM),
    "GET /mine/enquiries/{enquiry}": Ask(),
    "POST /mine/enquiries/{enquiry}": Ask(
        "act=ask-further&question=1&version=2&key=1", media_type=FORM
    ),
    f"GET {API}/call-logs/{{call_log}}": Ask(),
    f"GET {API}/call-logs/{{call_log}}/history": Ask(),
}
_EXPLAIN: Final = AnswerEnquiry(outcome=EnquiryOutcome.EXPLAINED, answer="pii1.AQE")
_PASS_ON: Final = TransferEnquiry(to_office=ZHENGZHOU, reason=PassingOn.OTHER_SKILL)
_BAD: Final = RateEnquiry(satisfaction=Satisfaction.BAD)
_BEFORE: Final[Mapping[str, tuple[tuple[Command, Actor], ...]]] = {
    "ask-further": ((_EXPLAIN, _CLERK),),
    "rate-enquiry": ((_EXPLAIN, _CLERK),),
    "call-asker-back": ((_EXPLAIN, _CLERK), (_BAD, OWNER)),
    "settle-shirking-alarm": ((_PASS_ON, _CLERK), (_PASS_ON, _CLERK)),
}
"""What has happened before a command may come, beside that the owner has asked."""


class FreshEnquiries:
    """Asks a question for each request about one, and sets up the desk of the office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        if "{enquiry}" in route:
            return {"enquiry": str(await self._enquiry(_BEFORE.get(route.rpartition("/")[2], ())))}
        if "{enquiry_desk}" in route:
            until = self._desk.clock() + timedelta(hours=8)
            begin = BeginEnquiryShift(office=ZHENGZHOU, until=until)
            stream = enquiry_desk_of(ZHENGZHOU)
            await self._desk.door.handle(ENQUIRY_DESK, stream, begin, asked(begin, _CLERK))
            return {"enquiry_desk": ZHENGZHOU, "shift_until": until.isoformat()}
        if "{call_log}" in route:
            day = CallDay(
                office=ZHENGZHOU,
                on=self._desk.today - timedelta(days=1),
                offered=3,
                answered=2,
                waited_s=9,
            )
            record = RecordCallDays(region=ZHENGZHOU, days=(day,))
            by = asked(record, system("call-log"))
            await self._desk.door.handle(CALL_LOG, call_log_of(ZHENGZHOU), record, by)
            return {"call_log": ZHENGZHOU}
        return {}

    async def _enquiry(self, before: tuple[tuple[Command, Actor], ...]) -> UUID:
        stream, key = new_case_id(), await self._desk.keyring.new_key()
        receive = sealed_question(
            AskedBy(question="请问何时寄出？"),
            key,
            stream,
            office=ZHENGZHOU,
            channel=EnquiryChannel.PAGE,
            topic=EnquiryTopic.DELIVERY,
            case=None,
        )
        for command, by in ((receive, OWNER), *before):
            await self._desk.door.handle(ENQUIRY, stream, command, asked(command, by, key=uuid4()))
        return stream
