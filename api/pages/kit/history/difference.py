"""What an event changed in a stream, or several events did: each value as it was and as it is."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from api.language import Language
from api.pages.kit.history.event_values import named_rows, value_text
from api.pages.kit.history.state_rows import named_state_rows
from domain.aggregate import Aggregate, S
from domain.case.case import CASE
from domain.case.state import Case
from domain.case.wording import correction_place
from domain.hidden import SEALED, marks
from domain.titles import Title

_RESEALED: Final = Title("（内容已变更）", " (with other content)")
_PLACES: Final = frozenset({"papers", "correction_places"})
_BESIDE: Final[Mapping[str, Title]] = {
    **{
        name: CASE.words.fields[name]
        for name in (
            *("reference", "submitted_on", "received_on", "taken_in_by", "applicant_proven"),
            *("papers", "sealed", "reconsider_by", "document_no"),
        )
    },
    "accepted_by": Title("受理工号", "accepted by"),
    "decided_by": Title("决定工号", "decided by"),
    "handed_back_by": Title("退回审核的工号", "handed back by"),
    "barred_reviewers": Title("应当回避的工号", "may not review"),
    "consulted_at": Title("登记信息核查时间", "register consulted at"),
    "corrections": Title("补正次数", "corrections"),
    "correction_places": Title("待补正事项", "to be corrected"),
    "deemed_on": Title("视为受理日期", "deemed accepted on"),
    "escalation": Title("已申请绿色通道的事由", "green channel asked for because of"),
    "green_proven": Title("已证明的绿色通道事由", "green channel proven for"),
    "failed_tries": Title("投递失败次数", "failed deliveries"),
    "area_closed": Title("收件地区停止投递", "delivery area closed"),
    "old_document_settled": Title("旧证件已处理", "old document settled"),
    "refunded_fen": Title("已退费用", "refunded"),
    "withdrawal_requested": Title("已申请撤回", "withdrawal asked for"),
    "ordered_anew": Title("经复议重新办理", "to be decided anew"),
}
"""What a case tells beside how it stands."""


class ValueChange(NamedTuple):
    """One value before and after. None stands for a value that was not there."""

    name: str
    old: str | None
    new: str | None


def difference(of: Aggregate[S], before: S, after: S, language: Language) -> list[ValueChange]:
    """What differs between two states of a stream, and nothing else."""
    old, new = (dict(_rows(of, current, language)) for current in (before, after))
    changes = []
    for name in dict.fromkeys((*old, *new)):
        was, became = old.get(name), new.get(name)
        title = (became or was or ("", ""))[0]
        if was != became:
            changes.append(ValueChange(title, was and was[1], became and became[1]))
        elif became and marks(type(after)).get(name) is SEALED and _differs(name, before, after):
            changes.append(ValueChange(title, became[1], became[1] + _RESEALED.text(language)))
    return changes


def _differs(name: str, before: Any, after: Any) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def _rows(
    of: Aggregate[Any], current: Any, language: Language
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Title and text of each value, behind its name. A stream without an event has none."""
    if current == of.initial:
        return
    stage = of.words.stages[current.stage].text(language)
    yield "stage", (Title("状态", "stage").text(language), stage)
    if not isinstance(current, Case):
        rows = named_rows(current, of.words, language)
    else:
        rows = [*named_state_rows(current, language), *_beside(current, language)]
    for name, title, text in rows:
        yield name, (title, text)


def _beside(current: Case, language: Language) -> Iterator[tuple[str, str, str]]:
    for name, title in _BESIDE.items():
        value = getattr(current, name)
        if not value:
            continue
        if name in _PLACES:
            places = sorted(correction_place(each).text(language) for each in value)
            text = ("；" if language == "zh" else "; ").join(places)
        else:
            text = value_text(name, value, CASE.words, language)
        yield name, title.text(language), text
    if current.facts:
        rows = named_rows(current.facts, CASE.words, language)
        yield from (row for row in rows if row[0] != "papers")
