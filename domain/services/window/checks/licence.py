"""What is checked of a licence at a window: to be made anew, to be lowered, to be reviewed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from domain.clocks.duties import REVIEWED
from domain.identifiers.licence_classes import ALSO_PERMITS, LicenceClass
from domain.register.licence import LicenceState
from domain.services.blocks.business import Business
from domain.services.checks.application import in_one_prefecture
from domain.services.checks.check import Check
from domain.services.checks.licence import LICENCE_STATE as STATE_OF_A_LICENCE
from domain.services.checks.licence import licence_state as in_states
from domain.services.given import Given
from domain.services.licence_document.checks import licence_state
from domain.services.licence_document.states import state_allows
from domain.titles import Title

_LOST: Final = state_allows(lambda verdicts: verdicts.lost)
_DAMAGED: Final = state_allows(lambda verdicts: verdicts.damaged)


def _in_a_state_for_it(given: Given[Any]) -> bool | None:
    """A lost licence is reissued and a damaged one replaced in the states of D02 and D03."""
    lost = given.facts.reissue is Business.REISSUE
    return _LOST(given) if lost else _DAMAGED(given)


def _lower(given: Given[Any]) -> bool | None:
    """He may drive with it nothing that he may not drive now, and something less."""
    if given.licence is None:
        return None
    return _permitted(given.facts.target_classes) < _permitted(given.licence.classes)


def _permitted(classes: Iterable[LicenceClass]) -> frozenset[LicenceClass]:
    """What is printed, and what that implies."""
    printed = frozenset(classes)
    return printed.union(*(ALSO_PERMITS.get(each, frozenset()) for each in printed))


def _owed(given: Given[Any]) -> bool | None:
    """With points in a cycle the holder of a large class owes a review (139 art. 70)."""
    known = given.licence
    if known is None:
        return None
    if known.review_due_on or LicenceState.REVIEW_OVERDUE in known.states:
        return True
    points = bool(known.cycles and known.cycles[-1].points)
    return None if points and not REVIEWED.isdisjoint(known.classes) else False


def _over_score(given: Given[Any]) -> bool | None:
    return LicenceState.OVER_SCORE in given.licence.states if given.licence else None


def _restorable(given: Given[Any]) -> bool | None:
    return LicenceState.RESTORABLE in given.licence.states if given.licence else None


def _of_another_office(given: Given[Any]) -> bool | None:
    return not in_one_prefecture(given.licence.office, given.office) if given.licence else None


LICENCE_STATE: Final = replace(STATE_OF_A_LICENCE, judge=_in_a_state_for_it)
RENEWABLE: Final = licence_state(lambda verdicts: verdicts.renewal)
EXCHANGEABLE: Final = licence_state(lambda verdicts: verdicts.overage)
LOWER: Final = Check(
    "C-LOWER",
    Title("降低准驾车型核对", "Lower classes"),
    "R-NOT-LOWER",
    Title(
        zh="申请的准驾车型不低于所持准驾车型，或者不在所持准驾车型准予驾驶的范围内，不能办理降低准驾车型换证。"
        "请核对申请的准驾车型；增加准驾车型的，请申请增加准驾车型。",
        en="The classes asked for are no lower than those of the licence, or it does not permit "
        "them. Check them; for another class apply for a class addition.",
    ),
    _lower,
)
REVIEWABLE: Final = in_states({LicenceState.REVIEW_OVERDUE})
REVIEW_OWED: Final = Check(
    "C-REVIEW",
    Title("审验义务核对", "Review owed"),
    "R-NO-REVIEW",
    Title(
        zh="按照登记信息，您目前不需要参加驾驶证审验。",
        en="By the register you owe no review at present.",
    ),
    _owed,
)
EDUCATED: Final = Check(
    "C-EDUCATION",
    Title("审验教育核对", "Review education"),
    "R-EDUCATION",
    Title(
        zh="尚未按照规定参加道路交通安全法律法规和交通事故案例警示教育。请参加审验教育后再申请。",
        en="The education that goes with the review was not attended. Attend it, then apply again.",
    ),
)
OVER_SCORE: Final = Check(
    "C-OVER-SCORE",
    Title("满分记录核对", "Twelve points on record"),
    "R-NO-FULL-POINTS",
    Title(
        zh="登记信息中没有记满十二分的记录，不需要参加满分教育。",
        en="By the register you do not have twelve points, so you owe no full-points education.",
    ),
    _over_score,
)
TAUGHT: Final = Check(
    "C-FULL-POINTS",
    Title("满分教育和考试核对", "Education attended and examination passed"),
    "R-NOT-TAUGHT",
    Title(
        zh="尚未完成七日的道路交通安全法律、法规和相关知识学习，或者考试不合格。请学习、考试合格后再申请。",
        en="The seven days of study are not complete, or the examination was not passed. Do that, "
        "then apply again.",
    ),
)
RESTORABLE: Final = replace(STATE_OF_A_LICENCE, judge=_restorable)
MADE_UP: Final = Check(
    "C-RESTORE",
    Title("恢复条件核对", "What was missed is made up"),
    "R-RESTORE",
    Title(
        zh="不符合恢复驾驶资格的条件：逾期未换证的，应当自注销之日起二年内参加科目一考试合格；未提交身体"
        "条件证明的，应当提交合格的证明，且驾驶证在有效期内或者超过有效期不满一年。",
        en="The right to drive is restored within two years to whoever passes subject one, if the "
        "renewal was missed, or files a certificate, if that was missed and the licence is valid "
        "or ended less than a year ago. These conditions are not met.",
    ),
)
OF_ANOTHER_OFFICE: Final = Check(
    "C-MOVE",
    Title("转入核对", "Kept by another office"),
    "R-SAME-OFFICE",
    Title(
        zh="该驾驶证的核发地就是本地，无须办理转入换证。需要换领的，请申请相应的换领业务。",
        en="This prefecture keeps the licence already. If it is to be exchanged, apply for that.",
    ),
    _of_another_office,
)
