"""A stream of any kind and its steps in words. A case says more of itself than others."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from api.command_request import CHANNEL as API
from api.language import Language
from api.pages.kit.history.event_values import field_rows
from api.pages.kit.history.state_rows import state_rows
from api.pages.kit.places import office_text
from api.resource import Resource
from api.views.replay import ReplayStep
from api.views.tracking import what_happened
from domain.aggregate import Aggregate, S
from domain.case.case import CASE
from domain.case.state import Case
from domain.door.request import CHANNEL as BY_ITSELF
from domain.people import Role
from domain.recorded_event import Envelope
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import Channel
from domain.titles import Title

_CHANNELS: Final[Mapping[str, Title]] = {
    **{channel: channel.words for channel in Channel},
    API: Title("业务接口", "programming interface"),
    BY_ITSELF: Title("系统自动", "by itself"),
}


def heading(of: Aggregate[Any], state: Any, resources: Iterable[Resource[Any]]) -> Title:
    """The service of a case, or else the kind of thing that it is."""
    if of is CASE:
        return EVERY_SERVICE[state.service].title
    titles = {each.of.kind: each.title for each in resources}
    return titles.get(of.kind) or Title(of.kind, of.kind)


def called(of: Aggregate[S], current: S) -> str:
    """What people call it: the reference of a case."""
    return current.reference if isinstance(current, Case) else " ".join(of.about(current).values())


def state_of(of: Aggregate[S], current: S, language: Language) -> list[tuple[str, str]]:
    """How it stands, as rows of name and value."""
    if isinstance(current, Case):
        return state_rows(current, language)
    return field_rows(current, of.words, language)


def step_of(of: Aggregate[Any], step: ReplayStep[Any], language: Language) -> dict[str, Any]:
    """A step in words. The actor is told by role, pseudonym and office: whoever audits asks who."""
    envelope, name = step.recorded.envelope, type(step.recorded.event).__name__
    return {
        "version": step.recorded.version,
        "position": step.recorded.position,
        "at": step.recorded.at,
        "name": name,
        "title": _title(of, step, name).text(language),
        "fields": field_rows(step.recorded.event, of.words, language, envelope.rules),
        "role": envelope.by.role.text(language),
        "person": envelope.by.person,
        "office": office_text(envelope.office, language),
        "channel": _channel(envelope, language),
        "rules": envelope.rules,
        "stage": of.words.stages[step.after.stage].text(language),
        "waits": state_rows(step.after, language, only=("clock", "deadline"))
        if isinstance(step.after, Case)
        else [],
    }


def _title(of: Aggregate[Any], step: ReplayStep[Any], name: str) -> Title:
    """What happened. A case names what its service hands out."""
    if not isinstance(step.after, Case) or step.after.service not in EVERY_SERVICE:
        return of.words.events[name]
    service = EVERY_SERVICE[step.after.service]
    return what_happened(name, service.document or service.title)


def _channel(envelope: Envelope[Any], language: Language) -> str | None:
    """How the command came. That of the service itself says nothing about a person."""
    if envelope.channel == BY_ITSELF and envelope.by.role is not Role.SYSTEM:
        return None
    channel = _CHANNELS.get(envelope.channel)
    return channel.text(language) if channel else envelope.channel
