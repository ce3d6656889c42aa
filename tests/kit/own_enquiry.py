"""Questions of the citizen of the demonstration: about his application, answered, sent round."""

from uuid import UUID

from api.desk import Desk
from api.enquiries import key_of
from api.sealed_text import with_sealed_text
from domain.case.case import CASE
from domain.case_id import new_case_id
from domain.enquiries.asked import AskedBy, sealed_question
from domain.enquiries.commands import (
    AnswerEnquiry,
    EnquiryCommand,
    RateEnquiry,
    TransferEnquiry,
)
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import (
    EnquiryChannel,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role
from tests.kit.life import CLERK
from tests.kit.offices import asked
from tests.kit.own_case import corrected

_LI = Actor(Role.CLERK, "410100-li", ZHENGZHOU)
_PASS_ON = TransferEnquiry(to_office=ZHENGZHOU, reason=PassingOn.OTHER_SKILL)


async def corrected_and_asked(made: Desk) -> None:
    """His application is to be corrected. He asks about it; another question was answered and
    rated badly, and a third was passed on twice.
    """
    case, citizen = await corrected(made)
    opened, _ = await made.door.open(CASE, case, citizen)
    await _asked(made, citizen, "我补交的照片收到了吗？", opened.state.office, case)
    answered = await _asked(made, citizen, "驾驶证到期了，疫情期间怎么办？", ZHENGZHOU, None)
    explain = AnswerEnquiry(outcome=EnquiryOutcome.EXPLAINED, answer="换证期限已统一延长。")
    await _given(made, answered, explain, _LI)
    await _given(made, answered, RateEnquiry(satisfaction=Satisfaction.BAD), citizen)
    round_and_round = await _asked(made, citizen, "我的号牌寄到哪里了？", ZHENGZHOU, None)
    for _ in range(2):
        await _given(made, round_and_round, _PASS_ON, CLERK)


async def _asked(made: Desk, citizen: Actor, question: str, office: str, case: UUID | None) -> UUID:
    stream, key = new_case_id(), await made.keyring.new_key()
    receive = sealed_question(
        AskedBy(question=question, name="王示例", mobile="13900001111"),
        key,
        stream,
        office=office,
        channel=EnquiryChannel.PAGE,
        topic=EnquiryTopic.LICENCE,
        case=case,
    )
    await made.door.handle(ENQUIRY, stream, receive, asked(receive, citizen))
    return stream


async def _given(made: Desk, enquiry: UUID, command: EnquiryCommand, by: Actor) -> None:
    told = with_sealed_text(made, key_of, command)
    await made.door.handle(ENQUIRY, enquiry, told, asked(command, by))
