"""What is asked for in the town: an assumption, in one table."""

import pytest

from cheguan.town.courses import course
from cheguan.town.customs import CUSTOMS, PLAIN
from cheguan.town.mix import ASSUMED, SERVICES
from cheguan.town.plans import SHARES
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE
from tests.kit.tree import ROOT


def test_the_shares_of_the_twenty_four_services_make_a_whole() -> None:
    assert len(ASSUMED) == 24
    assert sum(ASSUMED.values()) == 1000


def test_only_what_is_open_is_asked_for() -> None:
    assert SERVICES.keys() == {s.code for s in CATALOGUE.values() if s.open}
    assert all(SERVICES.values())


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_needs_no_file_in_the_town(service: str) -> None:
    own = (ROOT / "cheguan" / "town" / "services" / f"{service}.py").is_file()
    assert (CUSTOMS[service] is not PLAIN) == own
    assert sum(SHARES[service].values()) == 1000


@pytest.mark.parametrize("archetype", Archetype)
def test_the_cases_of_every_archetype_have_a_course(archetype: Archetype) -> None:
    assert sum(course(archetype).values()) == 1000
