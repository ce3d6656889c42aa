"""The window services as declarations like any other, made of the lines of the table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from domain.calendar import Calendar
from domain.choice import Choice
from domain.dated import Dated, Rule
from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange
from domain.services.archetype import ROUTES, Archetype
from domain.services.choices import DocumentKind
from domain.services.guide_words import GuideWords
from domain.services.service import Service
from domain.services.window import told
from domain.services.window.effects import plate_ends
from domain.services.window.end import End
from domain.services.window.example import example_of
from domain.services.window.facts import WindowFacts
from domain.services.window.form import WindowForm
from domain.services.window.matter import Power
from domain.services.window.table import ROWS
from domain.services.window.window_service import WindowService
from domain.titles import Title

_SINCE: Final = date(2008, 10, 1)
_LATER: Final = frozenset({"157", "162", "164"})
"""Orders that were not in force in February 2020, so nobody is quoted them as the law."""
_PRACTICE: Final = "office practice; no article names a term"
_GREEN: Final = Title(
    "绿色通道随时办理：先电话咨询车辆管理所；窗口业务暂停期间，由值班领导核实事由后批准录入",
    "Green channel at any time: call the vehicle office first; while the windows are closed, a "
    "duty leader sees the ground and approves",
)
_COUNTED: Final = frozenset({Archetype.DOCUMENT, Archetype.RECORD})


def window_services(online: Iterable[Service[Any]]) -> Iterator[Service[WindowFacts]]:
    """One for each line. It shares one open case with its twin among the ``online`` ones."""
    twins = {service.number: service.exclusive for service in online}
    for row in ROWS.values():
        shared = twins[row.end.twin] if row.end.twin else row.end.exclusive
        yield _service(row, shared or row.code)


def _service(row: WindowService, exclusive: str) -> Service[WindowFacts]:
    """Where no article names a term, what is reviewed has one working day."""
    days = row.days or int(row.outcome in _COUNTED)
    return Service(
        code=row.code,
        number=row.number,
        group=row.matter.group,
        archetype=row.outcome,
        title=row.title,
        law=_in_force(row.law),
        form=WindowForm,
        facts=WindowFacts,
        documents=_shown_instead,
        checks=row.checks,
        decide_within=Dated(
            f"decide_{row.code}", Rule(days, _SINCE, row.basis.removesuffix("✓") or _PRACTICE)
        ),
        fee=row.end.fee,
        temp_plate_until=_plate_ends if row.opens is WindowGroup.TEMPORARY_PLATES else _no_plate,
        document=row.end.document,
        replaces=row.end.replaces,
        change=row.end.effect or _nothing,
        user_kinds=row.user_kinds,
        exclusive=exclusive,
        subject=row.matter.subject,
        example=partial(example_of, row),
        told=_told(row),
        window=row.opens,
        renewal=row.end.renewal,
        at_window=True,
        capacities=row.capacities,
        taken_in=row.taken_in,
        on_file=row.end.on_file,
        settles=row.end.settles,
        anywhere=_in_force(row.law) if row.power is Power.PROVINCE else None,
    )


def _in_force(law: Law) -> Law:
    return replace(law, verified=False) if law.source in _LATER else law


def _shown_instead(facts: WindowFacts) -> frozenset[DocumentKind]:
    """Nothing is uploaded: the originals lie on the counter."""
    return frozenset()


def _nothing(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return ()


def _no_plate(facts: WindowFacts, day: date, calendar: Calendar) -> date | None:
    return None


def _plate_ends(facts: WindowFacts, day: date, calendar: Calendar) -> date | None:
    return plate_ends(facts, day, calendar)


def _told(row: WindowService) -> GuideWords:
    return GuideWords(
        term=row.end.term or (None if row.days else told.BY_THE_RULES),
        fee=row.end.told_fee,
        outcome=row.end.outcome,
        bring=(*_papers(row.originals), *_papers_of_some(row.end)),
        steps=(
            _GREEN if row.end.green else _asked_first(row.step),
            *((told.SIT, told.SIGNED) if row.end.subject else _end(row)),
            *row.end.notes,
        ),
    )


def _asked_first(step: Title) -> Title:
    return Title(
        f"先咨询当地车驾管部门窗口是否开放。二类地区：{step.zh}；一类地区由当地决定",
        f"Ask first whether the window is open. In class-two areas: {step.en}; in class-one areas "
        "the prefecture decides",
    )


def _papers(originals: Iterable[Choice]) -> tuple[Title, ...]:
    return tuple(each.words for each in originals)


def _papers_of_some(end: End) -> Iterator[Title]:
    """What only those show whose document is gone, or is still there."""
    for each in end.if_lost:
        yield Title(f"补领的：{each.zh}", f"if it is lost: {each.en}")
    for each in end.handed_in:
        yield Title(f"换领的：{each.zh}", f"if it is replaced: {each.en}")
    yield from end.also


def _end(row: WindowService) -> Iterator[Title]:
    yield Title(
        "持原件到窗口，经办民警核验原件、当场录入并受理；材料不齐的，一次告知需补正的全部内容",
        "Bring the originals; the clerk sees them, enters the application and accepts it; whatever "
        "is missing is told at once",
    )
    yield Title(
        "另一名民警审核，在办理期限内作出决定；不予办理的，说明理由和救济途径",
        "Another officer reviews and decides it within the term; a refusal states reasons and "
        "remedies",
    )
    if document := row.end.document:
        yield Title(
            f"核发{document.zh}，在窗口领取或者邮政寄递",
            f"The {document.en} are handed out at the window, or posted"
            if " and " in document.en
            else f"The {document.en} is handed out at the window, or posted",
        )
    elif row.end.on_file:
        yield Title("登记办理结果", "The result is recorded")
    elif row.outcome in ROUTES:
        yield Title("登记办理结果", "The result is entered in the register")
