"""How often each service is asked for: an assumption, because nobody has published the mix.

The announcement of 23 February 2020 counts nearly 100,000 online cases in Zhengzhou and names
24 services. It does not say how many cases each of them had. The shares below are guesses of
ours, in thousandths of all applications, and nothing may be concluded from them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.catalogue import CATALOGUE
from domain.services.facts import Facts

_TABLE: Final = """
violation_handling       180
fine_payment             160
exempt_inspection_mark   110
licence_renewal           80
temp_plate                60
new_vehicle_preselect     45
plate_reissue             40
driving_permit_reissue    40
licence_lost_reissue      40
vehicle_contact_change    35
inspection_booking        30
inspection_mark_reissue   25
used_vehicle_preselect    20
licence_damaged_replace   20
exam_booking              20
licence_photo_submit      20
driver_contact_change     20
medical_submit            15
renewal_deferral           9
nev_swap_booking           8
licence_overage_exchange   8
nev_swap_select            7
medical_deferral           4
review_deferral            4
"""
_OTHERWISE: Final = 10
"""The share of a service that the announcement does not name."""


ASSUMED: Final[Mapping[str, int]] = MappingProxyType(
    {line.split()[0]: int(line.split()[1]) for line in _TABLE.strip().splitlines()}
)
SERVICES: Final[Mapping[str, int]] = MappingProxyType(
    {
        service.code: ASSUMED.get(service.code, _OTHERWISE)
        for service in CATALOGUE.values()
        if service.open
    }
)
"""The shares of the services that are open. The others get theirs when they open."""
BY_APPOINTMENT: Final[Mapping[str, int]] = MappingProxyType(
    {
        code: share
        for code, share in SERVICES.items()
        if CATALOGUE[code].facts.slot is not Facts.slot
    }
)
"""Those for which a time is asked. No place gave any in February 2020."""
