"""Who owes a medical certificate 身体条件证明, and after which points cycles (139 art. 72)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.clocks.cycles import cycle_end_from
from domain.clocks.duties import medical_ends, owes_medical
from domain.law import Law
from domain.services.judgement import Judgement, defect
from domain.titles import Title

LAW: Final = Law("139", "72", verified=True)

MEDICAL_DUTY_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "medical_not_required": Title(
            zh="年龄在70周岁以上的驾驶人和持有C5准驾车型驾驶证的驾驶人才需要定期提交身体条件证明，"
            "您不需要办理此业务。",
            en="Only holders of seventy years or more, and holders of C5, submit medical "
            "certificates. You need not apply.",
        ),
    }
)
MEDICAL_DUTY_LAWS: Final[Mapping[str, Law]] = MappingProxyType({"medical_not_required": LAW})


def ends_for(first_issued_on: date, seen: Judgement) -> Iterator[date]:
    """The ends of the cycles after which the applicant owes a certificate.

    Raises the defect of an applicant who owes none.
    """
    classes = seen.classes.classes if seen.classes else ()
    now = cycle_end_from(first_issued_on, seen.today, judged_on=seen.today)
    if not owes_medical(classes, seen.born_on, now, judged_on=seen.today):
        raise defect("medical_not_required")
    return medical_ends(first_issued_on, classes, seen.born_on, judged_on=seen.today)
