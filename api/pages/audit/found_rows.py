"""A case that a search has found, as the page and the file tell it."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from api.language import Language
from api.pages.audit.risk_words import RISKS
from api.pages.kit import formats
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.places import office_text
from domain.calendar import local_day
from domain.case.case import CASE
from domain.services.catalogue import EVERY_SERVICE
from projections.audit.cases import AuditedStep
from projections.audit.queries import FoundCase
from projections.audit.wanted import Wanted

_SHOWN: Final = 3
"""So many of the steps that fit are told of each case. The rest is counted."""
_HEADS: Final = (
    "案件编号 Case",
    "业务 Service",
    "办理机关 Office",
    "状态 Stage",
    "提交日期 Submitted",
    "受理工号 Accepted by",
    "决定工号 Decided by",
    "符合条件的步骤 Steps that fit",
    "风险情形 Risks",
)


class FoundRow(NamedTuple):
    """One case. ``steps`` are those that were looked for, the last first."""

    case: UUID
    reference: str
    service: str
    office: str
    stage: str
    submitted: str
    accepted_by: str
    decided_by: str
    steps: Sequence[str]
    further: int
    risks: Sequence[str]


def found_row(case: FoundCase, wanted: Wanted | None, language: Language) -> FoundRow:
    """Without anything ``wanted`` the last step is told."""
    fitting = [step for step in reversed(case.steps) if wanted and wanted.fits(step)]
    shown = fitting[:_SHOWN] or case.steps[-1:]
    return FoundRow(
        case.case_id,
        case.reference,
        EVERY_SERVICE[case.service].title.text(language),
        office_text(case.office, language),
        CASE.words.stages[case.stage].text(language),
        formats.day(local_day(case.submitted_at), language).striptags(),
        case.accepted_by or formats.NOTHING,
        case.decided_by or formats.NOTHING,
        [_step(step, language) for step in shown],
        max(0, len(fitting) - _SHOWN),
        _risks(case, language),
    )


def _step(step: AuditedStep, language: Language) -> str:
    said = [
        formats.day(step.on, language).striptags(),
        CASE.words.events[step.kind].text(language),
        *([step.by] if step.by else []),
    ]
    return " · ".join(said)


def _risks(case: FoundCase, language: Language) -> Sequence[str]:
    found = {code for step in case.steps for code in step.risks}
    return [words.title.text(language) for code, words in RISKS.items() if code in found]


def as_csv(cases: Sequence[FoundCase], wanted: Wanted, language: Language) -> bytes:
    """The cases as a file for a spreadsheet, with all the steps that fit."""
    return csv_of([_HEADS, *([*_cells(case, wanted, language)] for case in cases)])


def _cells(case: FoundCase, wanted: Wanted, language: Language) -> Iterator[str]:
    row = found_row(case, wanted, language)
    yield str(row.case)
    yield from (row.service, row.office, row.stage)
    yield local_day(case.submitted_at).isoformat()
    yield from (case.accepted_by or "", case.decided_by or "")
    mark = "；" if language == "zh" else "; "
    yield mark.join(_step(step, language) for step in case.steps if wanted.fits(step))
    yield mark.join(row.risks)
