"""A decision about windows, as people are told of it: by whom, when, which paper, and what."""

from datetime import date
from typing import Final, TypedDict

from domain.offices.tree import OFFICES
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.source import Source
from domain.prefectures.state import Prefecture
from domain.prefectures.step import TrafficClass
from domain.titles import Title

CLASSES: Final = {
    TrafficClass.ONE: Title("列为交通管控一类地区", "Put into class one of traffic control"),
    TrafficClass.TWO: Title("列为交通管控二类地区", "Put into class two of traffic control"),
}


class DecisionView(TypedDict):
    """The decision from which it follows. ``planned_end`` is information only.

    ``reason`` is the text of the paper itself, so it stays in Chinese.
    """

    id: str
    what: Title
    body: str
    body_title: Title | None
    decided_on: date | None
    effective_on: date | None
    planned_end: date | None
    reason: str
    document_no: str


def decision_view(source: Source, prefecture: Prefecture) -> DecisionView:
    """What is told of a decision of this prefecture."""
    body = OFFICES.get(source.body)
    return {
        "id": source.named(prefecture.region),
        "what": _what(source, prefecture),
        "body": source.body,
        "body_title": body.title if body else None,
        "decided_on": source.decided_on,
        "effective_on": source.effective_on,
        "planned_end": source.planned_end,
        "reason": source.reason,
        "document_no": source.document_no,
    }


def _what(source: Source, prefecture: Prefecture) -> Title:
    """Its kind, and which class, step or offices."""
    for each in prefecture.classes:
        if each.source == source:
            return CLASSES[TrafficClass(each.region_class)]
    title = PREFECTURE.words.events[source.event]
    for taken in prefecture.taken:
        if taken.source == source and source.event in {"StepTaken", "StepTakenBack"}:
            return _said_of(title, taken.step.words)
    offices = [OFFICES[each.office].title for each in prefecture.offices if each.source == source]
    if not offices:
        return title
    first, more = offices[0], len(offices) - 1
    if more:
        first = Title(f"{first.zh}等 {more + 1} 处", f"{first.en} and {more} more")
    return _said_of(title, first)


def _said_of(title: Title, of: Title) -> Title:
    return Title(f"{title.zh}（{of.zh}）", f"{title.en} ({of.en})")
