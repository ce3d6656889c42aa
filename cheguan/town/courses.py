"""What becomes of the cases of each archetype, in thousandths.

The shares are estimates for February 2020, when most cases went through.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cheguan.town.fates import Fate, shares
from domain.services.archetype import Archetype

_COURSES: Final[Mapping[Archetype, Mapping[Fate, int]]] = MappingProxyType(
    {
        Archetype.DOCUMENT: shares(
            "straight 560 unpaid 45 paid_at_second_try 35 corrected 60 never_corrected 12 "
            "not_accepted 15 refused 20 reopened 8 withdrawn 20 withdrawal_granted 8 "
            "withdrawal_denied 6 on_site 10 overridden 8 reposted 55 reposted_twice 10 "
            "never_fetched 8 area_closed 25 collected 40 never_collected 8 green_granted 8 "
            "green_denied 6 transferred 12 held 8 deemed_accepted 13"
        ),
        Archetype.RECORD: shares("straight 955 refused 45"),
        Archetype.DEFERRAL: shares(
            "straight 800 corrected 60 never_corrected 10 not_accepted 25 refused 35 reopened 8 "
            "withdrawn 20 withdrawal_granted 6 withdrawal_denied 4 on_site 6 overridden 6 held 8 "
            "deemed_accepted 12"
        ),
        Archetype.APPOINTMENT: shares("straight 760 withdrawn 80 put_off 70 missed 90"),
        Archetype.RESERVATION: shares("straight 890 never_chosen 50 never_collected 40 refused 20"),
    }
)
_STRAIGHT: Final = shares("straight 1000")


def course(archetype: Archetype) -> Mapping[Fate, int]:
    """The shares of an archetype. Where nothing is known of it, every case goes through."""
    return _COURSES.get(archetype, _STRAIGHT)
