"""How often each service is asked for at windows: an assumption, because nobody has published it.

The announcement of 23 February 2020 says which windows open at which step, and not how many
people came. The shares below are guesses of ours, in thousandths of those who come for something,
and nothing may be concluded from them. Whoever comes while a window is closed for his service
goes home, so fewer are taken in than come.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cheguan.town.fates import Fate, shares
from domain.services.archetype import Archetype
from domain.services.catalogue import WINDOW_SERVICES

_TABLE: Final = """
plate_reissue_w         126
temp_plate_w            114
licence_reissue_w       105
permit_reissue_w         87
licence_renewal_w        83
reg_new                  79
reg_transfer             66
cert_reissue             45
inspection_mark          40
exam_s1                  35
exam_s2                  25
exam_s3r                 20
reg_mortgage             19
exam_s3t                 15
reg_mortgage_release     15
violation_window         15
inspection               12
reg_cancel               10
reg_change               10
licence_initial          10
review                    7
vehicle_check             6
licence_overage_w         6
reg_move_out              5
reg_move_in               5
new_user_verify           5
add_class                 4
licence_downgrade         4
licence_cancel            3
medical_submit_w          3
full_points_edu           3
licence_move_in           3
licence_restore           2
licence_convert           2
reg_correct               2
school_bus_plate          2
school_bus_driver         2
foreign_temp_plate        2
foreign_temp_permit       1
nev_plate_exchange        2
"""
ASSUMED: Final[Mapping[str, int]] = MappingProxyType(
    {line.split()[0]: int(line.split()[1]) for line in _TABLE.strip().splitlines()}
)
VISITED_FOR: Final[Mapping[str, int]] = MappingProxyType(
    {code: share for code, share in ASSUMED.items() if WINDOW_SERVICES[code].taken_in}
)
"""The shares of the services that windows take in."""
COURSES: Final[Mapping[Archetype, Mapping[Fate, int]]] = MappingProxyType(
    {
        Archetype.DOCUMENT: shares("straight 900 refused 30 held 40 never_collected 30"),
        Archetype.RECORD: shares("straight 1000"),
        Archetype.PENALTY: shares("straight 1000"),
    }
)
"""What becomes of them, in thousandths: an assumption too."""
