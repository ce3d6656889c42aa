"""How long a licence is valid: six years, then ten, then without an end (139 art. 56)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.dated import Dated, Rule
from domain.periods import add_years
from domain.register.licence import LicenceRecord

POINTS_LIMIT: Final = Dated("points_limit", Rule(12, date(2004, 5, 1), "RTSR:23, 26"))
"""So many points in one cycle stop the licence, and its holder has not earned a longer term."""
LONGER: Final[Dated[Mapping[int, int | None]]] = Dated(
    "licence_terms", Rule(MappingProxyType({6: 10, 10: None}), date(2004, 5, 1), "RTSR:26")
)
"""The years of the next term by those of the present one. None is without an end."""


FIRST_TERM: Final = Dated("first_licence_term", Rule(6, date(2004, 5, 1), "RTSR:26"))
"""The years of the first term."""


class Term(NamedTuple):
    """``years`` and ``valid_until`` are None for a long-term licence 长期."""

    years: int | None
    valid_until: date | None


def renewed_term(licence: LicenceRecord, *, judged_on: date) -> Term:
    """The term of the licence after this one.

    It is longer if no cycle of the present term has reached twelve points, and else as long as
    before (RTSR art. 26). It begins where the present one ends, so nobody loses by renewing
    early. A long-term licence stays what it is.
    """
    if licence.valid_until is None or licence.years is None:
        return Term(None, None)
    limit, longer = POINTS_LIMIT.on(judged_on), LONGER.on(judged_on)
    begun = add_years(licence.valid_until, -licence.years)
    reached = any(each.points >= limit for each in licence.cycles if each.ends_on > begun)
    years = licence.years if reached else longer.get(licence.years, licence.years)
    return Term(years, None if years is None else add_years(licence.valid_until, years))
