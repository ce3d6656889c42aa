"""Who looks again at what a vehicle office decided, by name.

Reconsideration is applied for to the people's government of the same level or to the superior
police organ (ARL art. 12). A court of the first instance at the seat of the office hears the
lawsuit (Administrative Litigation Law arts. 14 and 18). Which one that is the High Court of Henan
assigns, so it has no fixed name here.
"""

from typing import Final, NamedTuple

from domain.offices.tree import HEADQUARTERS, OFFICES, REGIONS
from domain.titles import Title

_MINISTRY: Final = "the Ministry of Public Security"
_DEPARTMENT: Final = "the Public Security Department of Henan"
_BUREAU: Final = "the Public Security Bureau of {}"


class Organs(NamedTuple):
    """The organs that are competent for one office."""

    government: Title
    superior: Title
    court: Title


def organs_of(office: str) -> Organs:
    """What stands below the vehicle office of a prefecture belongs to it, but for the counties.

    Raises ``KeyError`` for an unknown office.
    """
    if office == HEADQUARTERS:
        return _organs(Title("河南省", "Henan Province"), Title("公安部", _MINISTRY))
    record = OFFICES[office]
    region = REGIONS[record.region_code]
    for county in region.counties:
        if county.code == record.county_code:
            bureau = Title(f"{region.title.zh}公安局", _BUREAU.format(region.title.en))
            return _organs(county.title, bureau)
    return _organs(region.title, Title("河南省公安厅", _DEPARTMENT))


def _organs(place: Title, superior: Title) -> Organs:
    return Organs(
        government=Title(f"{place.zh}人民政府", f"the people's government of {place.en}"),
        superior=superior,
        court=Title(
            f"{place.zh}有管辖权的基层人民法院", f"the competent basic people's court in {place.en}"
        ),
    )
