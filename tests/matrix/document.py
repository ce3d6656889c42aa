"""Writes the matrix as a page that a human can read."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from domain.people import Role
from tests.matrix.observed import Cell
from tests.matrix.outcomes import Outcome
from tests.matrix.people import CALLERS, Relation

_HEAD: Final = """\
# Who may do what

Every route, asked with a real token by every role in every relation to a case that lies in a real \
store. The page is what was answered; `python -m tests.matrix > docs/authorisation.md` writes it, \
and a test compares. A route that is missing here fails. [ADR 40](adr/0040-who-is-whom.md) says \
why it is so.
"""
_RELATIONS: Final = """\
What somebody is to the case goes by issuer and subject, in whichever role he comes, or by the \
index of his ID number. The *owner* submitted it as an applicant; in the row of another role he \
has the same subject. The *agent* has the ID number of the agent. Officers of the *same office* \
have nothing to do with the case, those of the *other office* belong to the same prefecture, those \
of the *detachment* to the city traffic police above it, and those of *none* to another \
prefecture. Roles without an office are in no office, whatever the column says. A role that \
stands in no row of a route may not use it: 403, whatever he is to the case.
"""


def document(told: Mapping[Cell, Outcome], open_to_all: list[str]) -> str:
    """The page of what was observed, and of the routes that ask for no token."""
    return "\n".join([_HEAD, _RELATIONS, *_legend(), "", *_table(told), "", *_open(open_to_all)])


def _legend() -> Iterator[str]:
    yield "| | 含义 | Means |"
    yield "|---|---|---|"
    for each in Outcome:
        yield f"| `{each.value}` | {each.zh} | {each.en} |"


def _table(told: Mapping[Cell, Outcome]) -> Iterator[str]:
    yield "| Route | Roles | " + " | ".join(each.en for each in Relation) + " |"
    yield "|---|---|" + "---|" * len(Relation)
    for route in sorted({cell.route for cell in told}, key=_by_path):
        for outcomes, roles in _rows(route, told):
            cells = " | ".join(each.value for each in outcomes)
            yield f"| `{route}` | {' '.join(roles)} | {cells} |"


def _by_path(route: str) -> tuple[str, str]:
    method, _, path = route.partition(" ")
    return path, method


def _rows(
    route: str, told: Mapping[Cell, Outcome]
) -> Iterator[tuple[tuple[Outcome, ...], list[Role]]]:
    """The roles that are answered alike, together; those of whom no one may use it are left out."""

    def answered(role: Role) -> tuple[Outcome, ...]:
        return tuple(told[Cell(route, role, relation)] for relation in Relation)

    for outcomes, roles in groupby(sorted(CALLERS, key=answered), key=answered):
        if set(outcomes) != {Outcome.ROLE}:
            yield outcomes, sorted(roles)


def _open(routes: list[str]) -> Iterator[str]:
    yield "## Open to everybody"
    yield ""
    yield "These look at no token: what they show is public, or asks for its own proof."
    yield ""
    yield from (f"- `{route}`" for route in sorted(routes, key=_by_path))
    yield ""
