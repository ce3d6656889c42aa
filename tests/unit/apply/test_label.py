"""A person is asked for his 姓名, and a unit for its 名称."""

from datetime import date

import pytest

from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.label import label_of
from api.pages.kit.questionnaire.questions import questions_of
from domain.drafts.draft import Draft
from domain.services.catalogue import CATALOGUE
from domain.services.choices import UserKind
from domain.services.vouched import Vouched


@pytest.mark.parametrize(
    ("code", "kind", "label"),
    [
        ("plate_reissue", UserKind.REAL_NAME, "姓名"),
        ("plate_reissue", UserKind.UNIT, "单位名称"),
        ("licence_renewal", UserKind.REAL_NAME, "姓名"),
        ("licence_renewal", None, "姓名"),
        ("plate_reissue", None, "姓名或者名称"),
        ("licence_renewal", UserKind.UNIT, "姓名"),
    ],
)
def test_whoever_has_signed_in_is_asked_for_the_name_that_he_has(
    code: str, kind: UserKind | None, label: str
) -> None:
    service = CATALOGUE[code]
    vouched = Vouched(channels=frozenset(), user_kinds=frozenset({kind} if kind else ()))
    filled = Filled(service, vouched, date(2020, 2, 24), Draft())
    names = {q.path: q for q in questions_of(service.form)}
    assert label_of(filled, names["applicant.name"], "zh") == label
