"""What an auditor looks for, as conditions of a statement over the cases."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, LiteralString, NamedTuple

import msgspec

from domain.calendar import end_of_day, start_of_day
from projections.audit import terms
from projections.audit.cases import AuditedStep

ONE_MOBILE: Final = "one-mobile"
IDLE_REVEAL: Final = "idle-reveal"
PEOPLE_OF_ONE_MOBILE: Final = 3
"""From so many applicants on a mobile number stands out."""

_ONE_MOBILE: Final[LiteralString] = """
mobile IN (SELECT mobile FROM projections.audited
           WHERE mobile IS NOT NULL AND submitted_at >= %(start)s AND submitted_at < %(end)s
           GROUP BY mobile HAVING count(DISTINCT person) >= %(people)s)
AND submitted_at >= %(start)s"""
_IDLE_REVEAL: Final[LiteralString] = """
EXISTS (SELECT FROM projections.onlookers AS o
        CROSS JOIN LATERAL jsonb_array_elements(o.looked::jsonb) AS l(one)
        WHERE o.case_id = c.stream AND o.revealed_on >= %(first)s
          AND (one ->> 3)::date BETWEEN %(first)s AND %(last)s
          AND (%(officer)s = '' OR one ->> 0 = %(officer)s)
          AND NOT jsonb_path_exists(
              c.steps::jsonb, 'strict $[*] ? (@[1] == $officer && @[4] > $after)',
              jsonb_build_object('officer', one -> 0, 'after', one -> 2)))"""
_LOOKED: Final[LiteralString] = """
stream IN (SELECT case_id FROM projections.onlookers
           WHERE string_to_array(officers, E'\\n') @> ARRAY[%(viewer)s])"""


class Wanted(NamedTuple):
    """What is looked for from the first day to the last. Empty says that it does not matter.

    One step must fit all of ``officer``, ``kind``, ``rules``, ``risk`` and the days. ``viewer``
    is an officer who looked at the case.
    """

    first: date
    last: date
    officer: str = ""
    kind: str = ""
    rules: str = ""
    risk: str = ""
    office: str = ""
    service: str = ""
    stage: str = ""
    viewer: str = ""

    @property
    def is_of_steps(self) -> bool:
        """Whether a step is looked for, and not the case as a whole."""
        return self.risk not in {ONE_MOBILE, IDLE_REVEAL}

    def fits(self, step: AuditedStep) -> bool:
        """Whether this is a step that was looked for."""
        return (
            self.is_of_steps
            and self.first <= step.on <= self.last
            and self.officer in {"", step.by}
            and self.kind in {"", step.kind}
            and self.rules in {"", step.rules}
            and (not self.risk or self.risk in step.risks)
        )

    def conditions(self) -> LiteralString:
        return " AND ".join(self._conditions())

    def _conditions(self) -> Iterator[LiteralString]:
        yield "submitted_at < %(end)s AND last_on >= %(first)s"
        if self._words():
            yield "string_to_array(terms, E'\\n') @> %(words)s::text[]"
        if self.viewer:
            yield _LOOKED
        if self.risk == ONE_MOBILE:
            yield _ONE_MOBILE
        elif self.risk == IDLE_REVEAL:
            yield _IDLE_REVEAL
        else:
            yield f"jsonb_path_exists(steps::jsonb, '{self._path()}', %(step)s::jsonb)"

    def _path(self) -> LiteralString:
        path: LiteralString = "strict $[*] ? (@[3] >= $first && @[3] <= $last"
        if self.officer:
            path += " && @[1] == $officer"
        if self.kind:
            path += " && @[0] == $kind"
        if self.rules:
            path += " && @[2] == $rules"
        if self.risk:
            path += " && @[5][*] == $risk"
        return path + ")"

    def values(self) -> Mapping[str, Any]:
        days = {"first": self.first, "last": self.last}
        step = {each: getattr(self, each) for each in ("officer", "kind", "rules", "risk")} | days
        return {
            **days,
            "start": start_of_day(self.first),
            "end": end_of_day(self.last),
            "words": self._words(),
            "officer": self.officer,
            "viewer": self.viewer,
            "people": PEOPLE_OF_ONE_MOBILE,
            "step": msgspec.json.encode(step).decode(),
        }

    def _words(self) -> Sequence[str]:
        """The words that the index knows."""
        of_steps = self.is_of_steps
        found = [
            terms.service(self.service) if self.service else None,
            terms.stage(self.stage) if self.stage else None,
            terms.office(self.office) if self.office else None,
            terms.risk(self.risk) if self.risk and of_steps else None,
            terms.rules(self.rules) if self.rules and of_steps else None,
            terms.kind(self.kind) if self.kind and of_steps else None,
            terms.officer(self.officer) if self.officer and of_steps else None,
            terms.deed(self.officer, self.kind)
            if self.officer and self.kind and of_steps
            else None,
        ]
        return [word for word in found if word]
