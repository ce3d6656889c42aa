"""What a city has decided so far: who, when, why and under which number."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from api.language import Language
from api.pages.kit.formats import day as day_element
from api.pages.kit.places import office_text
from api.pages.prefecture.choices import business_title, class_title
from domain.message import Event
from domain.prefectures import events
from domain.prefectures.grounds import Grounds
from domain.prefectures.source import decision_named
from domain.prefectures.words import WORDS
from domain.recorded_event import RecordedEvent


class PastDecision(NamedTuple):
    """``number`` is its id, ``what`` its content in words. ``body`` decided, ``person`` entered it.

    That decisions took effect is no decision itself, so nobody decided it.
    ``decided_on`` is the day of the paper, ``at`` the instant at which it was entered.
    """

    number: str
    title: str
    what: str
    effective_on: date | None
    planned_end: date | None
    decided_on: date | None
    at: datetime
    body: str
    role: str
    person: str
    grounds: Grounds | None


def past(history: Sequence[RecordedEvent], region: str, language: Language) -> list[PastDecision]:
    """Every decision, the last one first."""
    known = {decision_named(region, each.version): each.event for each in history}
    return [_told(recorded, region, known, language) for recorded in reversed(history)]


def since(history: Sequence[RecordedEvent], version: int) -> list[RecordedEvent]:
    """What was decided after somebody had looked at ``version``."""
    return [recorded for recorded in history if recorded.version > version]


def _told(
    recorded: RecordedEvent, region: str, known: Mapping[str, Event], language: Language
) -> PastDecision:
    event, envelope = recorded.event, recorded.envelope
    body = getattr(event, "body", "")
    return PastDecision(
        number=decision_named(region, recorded.version),
        title=WORDS.events[type(event).__name__].text(language),
        what=("；" if language == "zh" else "; ").join(_what(event, known, language)),
        effective_on=getattr(event, "effective_on", None),
        planned_end=getattr(event, "planned_end", None),
        decided_on=getattr(event, "decided_on", None),
        at=recorded.at,
        body=office_text(body, language) if body else "",
        role=envelope.by.role.text(language),
        person=envelope.by.person,
        grounds=getattr(event, "grounds", None),
    )


def _what(event: Event, known: Mapping[str, Event], language: Language) -> Iterator[str]:
    """The content of a decision beside its days and grounds."""
    match event:
        case events.PrefectureClassified(region_class=region_class):
            yield class_title(region_class).text(language)
        case events.StepTaken(step=step) | events.StepTakenBack(step=step):
            yield step.text(language)
        case events.ThirdStepServicesListed(services=services):
            yield _services(services, language)
        case events.WindowsOpenedLocally(offices=offices, services=services):
            yield _listed([office_text(each, language) for each in offices], language)
            yield _services(services, language)
        case events.WindowsClosedLocally(offices=offices):
            yield _listed([office_text(each, language) for each in offices], language)
        case events.CountyOfficeReopened(office=office, services=services, grade=grade):
            yield office_text(office, language)
            yield _services(services, language)
            if grade:
                yield grade.text(language)
        case events.CountyOfficeClosed(office=office, grade=grade):
            yield office_text(office, language)
            yield grade.text(language)
        case events.CaseworkTransferred(from_office=left, to_office=to, reason=reason):
            yield f"{office_text(left, language)} → {office_text(to, language)}"
            yield reason.text(language)
        case events.DecisionsTookEffect(decisions=decisions, effective_on=effective_on):
            yield _listed([_named(each, known, language) for each in decisions], language)
            yield day_element(effective_on, language).striptags()


def _named(decision: str, known: Mapping[str, Event], language: Language) -> str:
    """What was decided, before the number of the decision."""
    event = known.get(decision)
    if event is None:
        return decision
    title = WORDS.events[type(event).__name__].text(language)
    gap, before, after, comma = "：（），" if language == "zh" else (": ", " (", ")", ", ")
    what = comma.join(_what(event, known, language))
    return f"{title}{gap if what else ''}{what}{before}{decision}{after}"


def _services(codes: Sequence[str], language: Language) -> str:
    return _listed([business_title(code).text(language) for code in codes], language)


def _listed(texts: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(texts)
