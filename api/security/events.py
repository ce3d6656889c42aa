"""What the security log knows, a line each: code, level, words, and what a line of it tells.

A line tells codes, counts and ids that mean nothing outside, and never a token, a reference, a
number of a person or a whole address.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from domain.titles import Title


class Level(StrEnum):
    """INFO is what must be accounted for, WARNING what an honest caller does not do."""

    INFO = "info"
    WARNING = "warning"


class SecurityEvent(NamedTuple):
    """``fields`` are all that a line tells beside when, where from, where to and who."""

    code: str
    level: Level
    words: Title
    fields: frozenset[str] = frozenset()


def _info(code: str, zh: str, en: str, *fields: str) -> SecurityEvent:
    return SecurityEvent(code, Level.INFO, Title(zh, en), frozenset(fields))


def _warning(code: str, zh: str, en: str, *fields: str) -> SecurityEvent:
    return SecurityEvent(code, Level.WARNING, Title(zh, en), frozenset(fields))


TOKEN_EXPIRED: Final = _info("token-expired", "令牌已过期", "A token has expired")
TOKEN_MALFORMED: Final = _warning("token-malformed", "令牌格式错误", "A token is none")
TOKEN_FORGED: Final = _warning(
    "token-forged", "令牌签名无效", "A token was not signed by the issuer"
)
TOKEN_OF_ANOTHER: Final = _warning(
    "token-of-another",
    "令牌的签发者或者适用对象不符",
    "A token comes from another issuer, or is for another service",
)
TOKEN_UNACCEPTABLE: Final = _warning(
    "token-unacceptable", "令牌声明不可接受", "A token claims what is not accepted"
)
ROLE_REFUSED: Final = _warning(
    "role-refused", "角色无权使用该功能", "The role may not use the route"
)
COMMAND_REFUSED: Final = _warning(
    "command-refused", "无权作出该项操作", "The caller may not do this", "refusal"
)
STREAM_WITHHELD: Final = _warning(
    "stream-withheld", "无权查看该事项", "It is not for the caller to see", "kind", "stream"
)
TRACKING_FAILED: Final = _info(
    "tracking-failed", "进度查询未通过核对", "Reference and number do not fit", "why"
)
WRONG_DIGITS: Final = _info(
    "wrong-digits", "短信验证码输入错误", "Digits of a one-time code were wrong", "tries_left"
)
RATE_LIMITED: Final = _warning("rate-limited", "请求过于频繁", "Too many requests")
GUESSES_LOCKED: Final = _warning(
    "guesses-locked", "错误尝试过多，已暂停查询", "Wrong attempts have emptied a bucket", "bucket"
)
GUESSES_ALARM: Final = _warning(
    "guesses-alarm",
    "全部错误尝试超过警戒线",
    "All wrong attempts together pass the threshold",
    "bucket",
)
PERSON_LOOKED_UP: Final = _info(
    "person-looked-up", "按号码查询业务", "Cases were looked up by a number", "purpose", "found"
)
RETRY_ASKED: Final = _info(
    "retry-asked", "重试搁置事项", "What stood still was tried again", "stream", "kind", "name"
)
STREAMS_LISTED: Final = _info("streams-listed", "导出业务清单", "A list was read", "kind", "lines")
PERSONAL_DATA_REVEALED: Final = _info(
    "personal-data-revealed",
    "查看个人信息原文",
    "Personal data were shown unmasked",
    "stream",
    "parts",
    "purpose",
)
VIEWS_UNRECORDED: Final = _warning(
    "views-unrecorded", "查阅未能登记", "Looks at cases could not be recorded", "count", "why"
)
CALLBACK_REFUSED: Final = _warning(
    "callback-refused",
    "回调签名无效或者已过期",
    "A callback is not signed by its sender, or not now",
)
CALLBACK_ALTERED: Final = _warning(
    "callback-altered",
    "同一回调编号的内容不同",
    "Under the id of a callback another body came before",
)
SIGNED_IN: Final = _info("signed-in", "登录页面", "Somebody has signed in to the pages", "role")
SIGNED_OUT: Final = _info("signed-out", "退出页面", "Somebody has signed out of the pages")
LINES_LEFT_OUT: Final = _warning(
    "lines-left-out", "同类记录过多，已合并计数", "Too many lines, which are counted", "of", "count"
)

EVENTS: Final = (
    TOKEN_EXPIRED,
    TOKEN_MALFORMED,
    TOKEN_FORGED,
    TOKEN_OF_ANOTHER,
    TOKEN_UNACCEPTABLE,
    ROLE_REFUSED,
    COMMAND_REFUSED,
    STREAM_WITHHELD,
    TRACKING_FAILED,
    WRONG_DIGITS,
    RATE_LIMITED,
    GUESSES_LOCKED,
    GUESSES_ALARM,
    PERSON_LOOKED_UP,
    RETRY_ASKED,
    STREAMS_LISTED,
    PERSONAL_DATA_REVEALED,
    VIEWS_UNRECORDED,
    CALLBACK_REFUSED,
    CALLBACK_ALTERED,
    SIGNED_IN,
    SIGNED_OUT,
    LINES_LEFT_OUT,
)
