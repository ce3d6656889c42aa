"""``cheguan catalogue``: the services, commands and events as a document, from the code."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from domain import claims
from domain.case import commands, events
from domain.case.lifecycle import LIFECYCLE, STAGE_AFTER, WHO_MAY
from domain.case.wording import COMMANDS, EVENTS, STAGES
from domain.services.catalogue import CATALOGUE


def document(today: date) -> str:
    """Markdown; terms and fees are those in force on ``today``."""
    return "\n".join([*_services(today), *_commands(), *_events()]) + "\n"


def _services(today: date) -> Iterator[str]:
    yield "# Catalogue 业务、命令与事件"
    yield ""
    yield f"Made by `cheguan catalogue` from the code; terms are those in force on {today}."
    yield ""
    yield "## Services 业务"
    yield ""
    yield "| Number | Code | 名称 | Title | Term, working days | Checks | Law |"
    yield "|---|---|---|---|---|---|---|"
    for service in CATALOGUE.values():
        checks = " ".join(check.code for check in service.checks)
        law = service.law.citation("en") or "—"
        term = service.decide_within.on(today)
        yield (
            f"| {service.number} | `{service.code}` | {service.title.zh} | {service.title.en} "
            f"| {term} | {checks} | {law} |"
        )
    yield ""


def _commands() -> Iterator[str]:
    yield "## Commands 命令"
    yield ""
    yield "| Command | 名称 | Meaning | Who may | At the stages |"
    yield "|---|---|---|---|---|"
    for command in get_args(commands.CaseCommand):
        name = command.__name__
        who = " ".join(sorted(WHO_MAY[command]))
        stages = " ".join(sorted(LIFECYCLE[command]))
        yield f"| `{name}` | {COMMANDS[name].zh} | {COMMANDS[name].en} | {who} | {stages} |"
    yield ""


def _events() -> Iterator[str]:
    yield "## Events 事件"
    yield ""
    yield "| Event | 名称 | Meaning | Leads to | Fields |"
    yield "|---|---|---|---|---|"
    for event in (*get_args(events.CaseEvent), *get_args(claims.ClaimEvent)):
        name = event.__name__
        stage = STAGE_AFTER.get(event)
        leads = STAGES[stage].zh if stage else "its own `stage`" if _carries(event) else "—"
        fields = ", ".join(f"`{field}`" for field in event.__struct_fields__) or "—"
        yield f"| `{name}` | {EVENTS[name].zh} | {EVENTS[name].en} | {leads} | {fields} |"


def _carries(event: type[events.Event]) -> bool:
    return "stage" in event.__struct_fields__
