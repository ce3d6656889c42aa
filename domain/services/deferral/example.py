"""A body of a deferral that counts from the end of a points cycle."""

from datetime import date, timedelta
from typing import Final

from domain.periods import add_months, add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind

_AHEAD: Final = 3
_WINDOW: Final = timedelta(days=30)


def deferral_after_cycle(today: date, *, classes: str, cycles: int) -> Body:
    """The cycle in progress, which is the holder's last of ``cycles``, ends in three months."""
    first = add_months(today, _AHEAD - 12 * cycles)
    due_on = add_years(first, cycles) + _WINDOW
    return {
        **examples.applicant("driver"),
        "licence": {
            **examples.licence(add_years(today, 4), classes)["licence"],
            "first_issued_on": first.isoformat(),
            "due_on": due_on.isoformat(),
        },
        "requested_until": add_years(due_on, 1).isoformat(),
        "documents": examples.documents(
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.LICENCE_PHOTO_PAGE,
            DocumentKind.DEFERRAL_PROOF,
        ),
    }
