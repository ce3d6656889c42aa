"""The checks of a medical certificate: of whom, after which cycle, from where, and what it says."""

from dataclasses import replace
from itertools import takewhile
from typing import Any, Final

from domain.clocks.duties import medical_ends
from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.medical.facts import CertificateFacts
from domain.services.blocks.medical.hospitals import Listed, listed
from domain.services.checks.check import Check
from domain.services.checks.licence import MEDICAL
from domain.services.checks.time import NOT_TOO_EARLY
from domain.services.given import Given
from domain.titles import Title


def _after_the_cycle(given: Given[Any]) -> bool | None:
    """Examined after the last cycle that obliges, and not certified since (139 art. 72).

    Whoever is late may still submit: only after a year the licence is cancelled (139 art. 77).
    """
    licence = given.licence
    if licence is None or (given.born_on is None and LicenceClass.C5 not in licence.classes):
        return None
    ends = medical_ends(
        licence.first_issued_on, licence.classes, given.born_on, judged_on=given.today
    )
    over = [*takewhile(given.today.__gt__, ends)]
    if not over or (licence.medical and licence.medical.issued_on > over[-1]):
        return False
    said: CertificateFacts = given.facts.certificate
    return said.examined_on > over[-1]


def _fit(given: Given[Any]) -> bool | None:
    """Who is fit for what he says he holds, and holds more, is looked at by a person."""
    said: CertificateFacts = given.facts.certificate
    if given.licence is None:
        return None
    if set(said.fit_for).issuperset(given.licence.classes):
        return True
    return None if said.fit else False


def of_hospital(on_list: Listed) -> Check:
    """The check of the hospital, by this list."""

    def judge(given: Given[Any]) -> bool:
        said: CertificateFacts = given.facts.certificate
        return on_list(said.hospital, said.examined_on)

    return Check(
        "C-HOSPITAL",
        Title("体检医疗机构核对", "Hospital"),
        "R-HOSPITAL",
        Title(
            zh="出具身体条件证明的医疗机构不在规定范围内。请到县级或者部队团级以上医疗机构体检后重新提交；"
            "持有C5准驾车型的，请到省级卫生主管部门指定的专门医疗机构体检。",
            en="Certificates of this hospital are not taken. Be examined at a hospital of a county "
            "or above, or of a regiment or above, and submit again; with class C5, at a hospital "
            "that the health authority of the province has named for it.",
        ),
        judge,
    )


HOSPITAL: Final = of_hospital(listed)
AFTER_THE_CYCLE: Final = replace(NOT_TOO_EARLY, judge=_after_the_cycle)
FIT: Final = replace(MEDICAL, judge=_fit)
