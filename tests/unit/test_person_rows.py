"""What of his vehicle an applicant is shown again."""

import pytest

from api.pages.kit.person_rows import person_rows


def test_a_vehicle_without_plate_is_shown_by_its_model_and_type() -> None:
    vehicle = {"brand_model": "BYD7152WT5HEV", "vehicle_type": "sedan", "vin": "****0019"}
    assert person_rows({"vehicle": vehicle}, "zh") == [
        ("机动车", [("车辆型号", "BYD7152WT5HEV"), ("车辆类型", "小型、微型轿车")])
    ]


def test_a_registered_vehicle_is_shown_by_its_plate() -> None:
    vehicle = {"plate_no": "豫A***C3", "plate_kind": "02", "vin": "****0123"}
    assert person_rows({"vehicle": vehicle}, "en") == [
        ("vehicle", [("plate number", "豫A***C3"), ("plate kind", "small car")])
    ]


@pytest.mark.parametrize(
    ("id_type", "label"),
    [("resident_id", "姓名"), ("passport", "姓名"), ("uscc", "单位名称"), (None, "姓名或者名称")],
)
def test_a_person_has_a_name_and_a_unit_its_own(id_type: str | None, label: str) -> None:
    applicant = {"name": "张*", **({"id_type": id_type} if id_type else {})}
    assert person_rows({"applicant": applicant}, "zh") == [("申请人", [(label, "张*")])]
