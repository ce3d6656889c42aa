"""What is wrong with the body of a command is named by place and rule, and never by its value."""

from datetime import date, datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

import msgspec
import pytest

from api import defects
from api.language import Language
from api.routers.reveal import RevealRequest
from domain.case.review.commands import RefuseCase

SECRET: Final = "410102199003071230"


class Check(msgspec.Struct, forbid_unknown_fields=True):
    check: Annotated[str, msgspec.Meta(min_length=1, max_length=9, pattern="^[a-z]+$")]
    scans: Annotated[list[Literal["posted", "lost"]], msgspec.Meta(min_length=1, max_length=2)]
    kind: Literal["first", "second"] = "first"
    sent_on: date | None = None
    seen_at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    case: UUID | None = None
    fee: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    by_post: bool = False


class Choosing(msgspec.Struct, forbid_unknown_fields=True):
    kind: Literal["first", "second"]


RIGHT: Final[dict[str, Any]] = {"check": "a", "scans": ["posted"]}


def defect_in(sent: object, kind: Any = Check, language: Language = "zh") -> dict[str, Any]:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.json.decode(msgspec.json.encode(sent), type=kind)
    (defect,) = defects.in_command(caught.value, language, kind)
    assert SECRET not in str(defect)
    return defect


@pytest.mark.parametrize(
    ("wrong", "pointer", "rule", "said"),
    [
        ({"x": 1}, "/x", "unknown_field", "没有此项内容，请删除"),
        ({SECRET: 1}, "", "unknown_field", "没有此项内容，请删除"),
        ({"a`b": 1}, "/a", "unknown_field", "没有此项内容，请删除"),
        ({"check": 1}, "/check", "type", "应为文字"),
        ({"check": ""}, "/check", "length", "不得为空"),
        ({"check": "a" * 10}, "/check", "length", "不得超过 9 个字符"),
        ({"check": "A"}, "/check", "format", "格式不正确"),
        ({"scans": []}, "/scans", "length", "不得为空，至少应有一项"),
        ({"scans": ["lost"] * 3}, "/scans", "length", "不得超过 2 项"),
        ({"scans": {}}, "/scans", "type", "应为列表"),
        ({"scans": ["posted", SECRET]}, "/scans/1", "choice", "不在可选范围内"),
        ({"kind": 1}, "/kind", "choice", "不在可选范围内"),
        ({"sent_on": "2020-2-30"}, "/sent_on", "date", "应为 YYYY-MM-DD 格式的日期"),
        ({"sent_on": 20200230}, "/sent_on", "date", "应为 YYYY-MM-DD 格式的日期"),
        ({"seen_at": SECRET}, "/seen_at", "instant", "应为 RFC 3339 格式的时间"),
        ({"seen_at": 1}, "/seen_at", "instant", "应为 RFC 3339 格式的时间"),
        ({"seen_at": "2020-02-24T09:30:00"}, "/seen_at", "instant", "时间须写明时区"),
        ({"case": SECRET}, "/case", "format", "应为 UUID"),
        ({"fee": -1}, "/fee", "range", "不得小于 0"),
        ({"fee": 6}, "/fee", "range", "不得大于 5"),
        ({"fee": "1"}, "/fee", "type", "应为整数"),
        ({"by_post": 1}, "/by_post", "type", "应为 true 或 false"),
    ],
)
def test_a_command_that_does_not_decode_says_where_and_why(
    wrong: dict[str, Any], pointer: str, rule: str, said: str
) -> None:
    defect = defect_in(RIGHT | wrong)
    assert (defect["pointer"], defect["rule"], defect["text"]) == (pointer, rule, said)


def test_what_is_missing_is_missing_also_where_only_some_values_are_allowed() -> None:
    assert defect_in({}, Choosing) == {
        "pointer": "/kind",
        "rule": "missing",
        "text": "此项为必填项",
        "allowed": ["first", "second"],
    }


def test_a_command_that_is_no_object_says_so() -> None:
    assert defect_in([], language="en") == {
        "pointer": "",
        "rule": "type",
        "text": "Must be a JSON object",
    }


@pytest.mark.parametrize("kind", [RefuseCase, RevealRequest])
def test_an_empty_list_of_a_command_needs_at_least_one(kind: Any) -> None:
    name = {RefuseCase: "codes", RevealRequest: "parts"}[kind]
    defect = defect_in({name: []}, kind, "en")
    assert (defect["pointer"], defect["rule"]) == (f"/{name}", "length")
    assert defect["text"] == "Must not be empty: at least one item is needed"
