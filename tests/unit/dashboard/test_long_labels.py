"""The name of a bar never runs out of its chart."""

from api.pages.kit.charts.scale import fitting, length


def test_a_name_that_has_room_stays_whole() -> None:
    assert fitting("该车辆已被查封", 340) == "该车辆已被查封"


def test_a_long_name_ends_with_a_sign_that_there_is_more() -> None:
    for name in ("The compulsory insurance of the vehicle is not valid. " * 2, "车辆" * 30):
        short = fitting(name, 340)
        assert short.endswith("…")
        assert name.startswith(short[:-1])
        assert 300 < length(short) <= 340
