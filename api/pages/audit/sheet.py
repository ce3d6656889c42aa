"""What the page tells of one stream."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.audit.changes import between, changes_of
from api.pages.audit.looks import looks_at, looks_before
from api.pages.audit.moment import shown_steps
from api.pages.kit.history.difference import difference
from api.pages.kit.history.stream_words import called, heading, state_of, step_of
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.resource import Resource
from api.views.history import unopened_parts
from api.views.internal_notes import internal_notes
from api.views.replay import ReplayStep, replay
from domain.aggregate import Aggregate
from domain.case.case import CASE
from domain.door.archive import History
from domain.people import Role
from domain.services.catalogue import EVERY_SERVICE

_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HQ})


class WhatOfIt(NamedTuple):
    """What the address asks for, as :func:`api.pages.audit.page.audit` explains it."""

    at: str | None
    step: int | None
    saw: int | None
    first: int | None
    last: int | None
    whole: bool = False


async def sheet(
    desk: Desk,
    resources: Iterable[Resource[Any]],
    identity: Identity,
    told: History[Any],
    asked: WhatOfIt,
    language: Language,
) -> dict[str, Any]:
    """The content of the page. Raises 404 for a step that there is not, and 422 for no moment."""
    of, opened = told.of, told.opened
    whole = replay(of, told.events)
    steps = shown_steps(of, told.events, asked.at, asked.step, asked.saw)
    reached = len(steps)
    state = steps[-1].after if steps else None
    changes = changes_of(of, steps, language)
    looks, seen, internal = None, None, []
    if of is CASE:
        internal = await internal_notes(desk, identity, opened, told.events, masked=True)
        looks = await looks_at(desk, opened.stream, identity.actor, language)
        if asked.saw is not None:
            decision = told.events[asked.saw - 1]
            seen = await looks_before(desk, opened.stream, decision, identity.actor, language)
    articles = [
        step_of(of, each, language) | {"changes": changed, "decided": _decided(each)}
        for each, changed in zip(steps, changes, strict=True)
    ]
    return {
        "case": opened.stream,
        "is_case": of is CASE,
        "heading": heading(of, opened.state, resources).text(language),
        "called": called(of, opened.state),
        "of_versions": told.stored,
        "unreadable_from": told.unreadable_from,
        "unopened": [
            SEALED_PARTS[name].text(language)
            for name in await unopened_parts(desk, resources, told)
        ],
        "as_of": bool(asked.at) or asked.step is not None or asked.saw is not None,
        "saw": asked.saw,
        "as_of_day": asked.at if asked.at and len(asked.at) == len("2020-02-24") else "",
        "service": opened.state.service if of is CASE else None,
        "law": EVERY_SERVICE[opened.state.service].law.citation(language) if of is CASE else None,
        "looks": looks,
        "internal": internal,
        "seen": seen,
        "reached": reached,
        "whole": asked.whole,
        "articles": articles if asked.whole else articles[-1:],
        "steps": [step_of(of, each, language) for each in whole],
        "between": between(of, whole, asked.first, asked.last, language),
        "stage": of.words.stages[state.stage].text(language) if state else None,
        "state": _state(of, state, asked, language) if state else [],
        "previous": reached - 1 if reached > 1 else None,
        "following": reached + 1 if reached < len(whole) else None,
    }


def _state(
    of: Aggregate[Any], state: Any, asked: WhatOfIt, language: Language
) -> list[tuple[str, str]]:
    """How it stood. Of what an officer saw everything is told, papers and answers too."""
    if asked.saw is None:
        return state_of(of, state, language)
    everything = difference(of, of.initial, state, language)
    return [(each.name, each.new) for each in everything[1:] if each.new is not None]


def _decided(step: ReplayStep[Any]) -> bool:
    """Whether an officer had the stream before him. Before the first event there was none."""
    return step.recorded.version > 1 and step.recorded.envelope.by.role in _OFFICERS
