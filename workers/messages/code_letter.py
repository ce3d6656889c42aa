"""The digits of a one-time code, made again for the telephone to which they go."""

from collections.abc import Callable, Sequence
from datetime import datetime

from domain.door.door import Door
from domain.keyring import KeyErased
from domain.one_time_codes.digits import DigitsLost
from domain.one_time_codes.events import OneTimeCodeRequested
from domain.one_time_codes.maker import CodeMaker
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.sms import Sms
from domain.titles import Title
from workers.messages.letter import Letter, LetterWaits, sms


def code_letter(door: Door, maker: CodeMaker, clock: Callable[[], datetime]) -> Letter:
    async def write(cause: RecordedEvent) -> Sequence[Sms]:
        """Nothing is written when it would come too late, or is no longer needed.

        A key that was added elsewhere is at hand here a little later.
        """
        opened, _ = await door.open(ONE_TIME_CODE, cause.stream, system("messenger"))
        current = opened.state
        assert current.expires_at is not None
        assert current.purpose is not None
        if current.stage is not OneTimeCodeStage.REQUESTED or clock() >= current.expires_at:
            return []
        try:
            to_send = await maker.to_send(cause.stream, current)
        except KeyErased:
            return []
        except DigitsLost as lost:
            raise LetterWaits from lost
        text = Title(
            f"【河南车管】验证码{to_send.digits}，用于{current.purpose.zh}，5分钟内有效。"
            "请勿告诉他人；非本人操作请忽略。",
            f"Your code is {to_send.digits}, {current.purpose.en}, good for 5 minutes. Tell it to "
            "nobody.",
        )
        return [sms(cause, "code", to_send.number, text)]

    return Letter(OneTimeCodeRequested, write)
