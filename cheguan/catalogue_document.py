"""``cheguan catalogue``: services, commands and events as a document made from the code."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from cheguan.registry import REGISTRY
from cheguan.windows_table import TOLD_ONLY, window_rows
from domain.aggregate import CARRIED, Aggregate, Carried
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, WINDOW_SERVICES
from domain.services.instead import NOT_OPEN
from domain.services.ways import WAYS


def document(today: date) -> str:
    """Makes the document in Markdown. Its terms are those in force on ``today``."""
    parts = (_services(today), _windows(today), _ways(), _commands(), _events())
    return "\n".join(line for part in parts for line in part)


def first_day() -> date:
    """The first day on which the term of every service is known."""
    return max(service.decide_within.rules[0].valid_from for service in CATALOGUE.values())


def _services(today: date) -> Iterator[str]:
    yield "# Catalogue 业务、命令与事件"
    yield ""
    yield f"Made by `cheguan catalogue` from the code; terms are those in force on {today}."
    yield ""
    yield "## Services 业务"
    yield ""
    yield "| Number | Code | 名称 | Title | Open | Term, working days | Checks | Law |"
    yield "|---|---|---|---|---|---|---|---|"
    for service in CATALOGUE.values():
        checks = " ".join(check.code for check in service.checks)
        law = service.law.citation("en") or "—"
        term = service.decide_within.on(today)
        taken = "yes" if service.open else f"{NOT_OPEN.zh} {NOT_OPEN.en}"
        yield (
            f"| {service.number} | `{service.code}` | {service.title.zh} | {service.title.en} "
            f"| {taken} | {term} | {checks} | {law} |"
        )
    yield ""


def _ways() -> Iterator[str]:
    yield "## Handling ways 办理方式"
    yield ""
    yield "| Channel | 名称 | Meaning | Who | When 时间 | Where 地点 | Outcomes |"
    yield "|---|---|---|---|---|---|---|"
    for channel, way in WAYS.items():
        who = " ".join(sorted(way.by)) + (", *named by the token*" if way.named else "")
        serves = "all" if len(way.serves) == len(Archetype) else " ".join(sorted(way.serves))
        yield (
            f"| `{channel}` | {channel.zh} | {channel.en} | {who} | {way.when.zh} {way.when.en} "
            f"| {way.where.zh} {way.where.en} | {serves} |"
        )
    yield ""


def _windows(today: date) -> Iterator[str]:
    """The thirty of the windows, with the step by which each opens."""
    yield "## Services of the windows 窗口业务"
    yield ""
    yield (
        "A clerk takes them in for whoever stands at the window. `✓` marks an article whose text "
        "was read. What is told only has no outcome in the register yet (ADR 58)."
    )
    yield ""
    yield "| Number | Code | 名称 | Title | 恢复步骤 Step | Term | Basis | Checks | Taken in |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in window_rows(today):
        checks = " ".join(check.code for check in WINDOW_SERVICES[row["code"]].checks)
        taken = "yes" if row["taken_in"] else f"{TOLD_ONLY.zh} {TOLD_ONLY.en}"
        yield (
            f"| {row['number']} | `{row['code']}` | {row['title_zh']} | {row['title_en']} "
            f"| {row['step_zh']} | {row['term_en']} | {row['basis']} | {checks} | {taken} |"
        )
    yield ""


def _commands() -> Iterator[str]:
    for aggregate in REGISTRY.aggregates:
        yield f"## Commands to {_one(aggregate)} 命令"
        yield ""
        yield "| Command | 名称 | Meaning | Who may | At the stages |"
        yield "|---|---|---|---|---|"
        for row in aggregate.decisions:
            name = row.command.__name__
            title = aggregate.words.commands[name]
            who = " ".join(sorted(row.by)) or "follows from another aggregate"
            if row.who:
                who += f", *{row.who.__name__.replace('_', ' ')}*"
            stages = " ".join(sorted(row.at))
            yield f"| `{name}` | {title.zh} | {title.en} | {who} | {stages} |"
        yield ""


def _events() -> Iterator[str]:
    for aggregate in REGISTRY.aggregates:
        yield f"## Events of {_one(aggregate)} 事件"
        yield ""
        yield "| Event | 名称 | Meaning | Leads to | Fields |"
        yield "|---|---|---|---|---|"
        for row in aggregate.effects:
            name = row.event.__name__
            title = aggregate.words.events[name]
            fields = ", ".join(f"`{field}`" for field in row.event.__struct_fields__) or "—"
            leads = _leads(aggregate, row.to)
            yield f"| `{name}` | {title.zh} | {title.en} | {leads} | {fields} |"
        yield ""


def _leads(aggregate: Aggregate[Any], to: StrEnum | Carried | None) -> str:
    if to is CARRIED:
        return "its own `stage`"
    return aggregate.words.stages[to].zh if isinstance(to, StrEnum) else "—"


def _one(aggregate: Aggregate[Any]) -> str:
    spoken = aggregate.kind.replace("_", " ")
    if spoken.endswith("s"):
        return spoken
    return f"{'an' if spoken[0] in 'aeiou' and not spoken.startswith('one') else 'a'} {spoken}"
