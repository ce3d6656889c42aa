"""Why a one-time code is not confirmed, and why an application cannot rest on one."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.choice import Choice
from domain.code_purpose import CodePurpose
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class OneTimeCodeWrong(Invalid):
    """The digits are not those that were sent."""

    tries_left: int


def refuse_wrong(stage: str, about: Mapping[str, str]) -> None:
    """Raises :class:`OneTimeCodeWrong` if a confirmation has left the code unconfirmed.

    The try has been stored by then, so this is no refusal of a decision.
    """
    if stage in {OneTimeCodeStage.REQUESTED, OneTimeCodeStage.SPENT}:
        raise OneTimeCodeWrong(tries_left=int(about["tries_left"]))


@dataclass(kw_only=True)
class OneTimeCodeSpent(Conflict):
    """Wrong digits were entered too often."""


@dataclass(kw_only=True)
class OneTimeCodeExpired(Conflict):
    """The digits came too late."""


class WhyUnusable(Choice):
    """What is told of a code on which an application rests.

    One that is somebody else's is as unknown as one that does not exist.
    """

    UNKNOWN = "unknown", "验证码不存在", "there is no such code"
    NOT_CONFIRMED = "not_confirmed", "尚未验证", "it is not confirmed"
    OTHER_NUMBER = "other_number", "与所填手机号码不符", "it was sent to another number"
    OTHER_PURPOSE = "other_purpose", "用途不符", "it is for another purpose"
    TOO_OLD = "too_old", "验证后已超时", "it was confirmed too long ago"
    USED = "used", "已用于其他申请", "another application has used it"


@dataclass(kw_only=True)
class OneTimeCodeUnusable(Invalid):
    """An application names a code that does not prove its number."""

    purpose: CodePurpose
    why: WhyUnusable
