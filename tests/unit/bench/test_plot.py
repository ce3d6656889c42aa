"""A picture of curves is well-formed, and what it shows stands where its axes say."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from cheguan.bench.plot import Curve, Panel, svg
from cheguan.bench.scale import decades, linear, ticks

SVG = "{http://www.w3.org/2000/svg}"
PLACES = (1, 4, 16, 64, 256)


def drawn(*panels: Panel) -> ElementTree.Element:
    return ElementTree.fromstring(svg("a < b & c", "note", panels))


def test_every_value_has_a_point_and_says_what_it_is() -> None:
    picture = drawn(Panel("t", "connections", PLACES, [Curve("ours & <us>", (1, 2, 3, 4, 5000))]))
    told = [title.text for title in picture.iterfind(f".//{SVG}circle/{SVG}title")]
    assert told == [f"ours & <us>: {value}" for value in ("1", "2", "3", "4", "5,000")]


def test_the_places_of_the_axis_are_written_at_equal_ratios() -> None:
    picture = drawn(Panel("t", "connections", PLACES, [Curve("ours", (1, 2, 3, 4, 5))]))
    at = [float(point.attrib["cx"]) for point in picture.iterfind(f".//{SVG}circle")]
    steps = {round(after - before) for before, after in pairwise(at)}
    assert len(steps) == 1
    written = {text.text for text in picture.iterfind(f".//{SVG}text")}
    assert written >= {"1", "4", "16", "64", "256"}


def test_a_curve_needs_a_value_for_every_place() -> None:
    with pytest.raises(ValueError, match="shorter"):
        drawn(Panel("t", "b", PLACES, [Curve("ours", (1, 2))]))


@pytest.mark.parametrize(
    ("highest", "written"),
    [
        (0, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (1, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (380, [0, 100, 200, 300, 400]),
        (350, [0, 50, 100, 150, 200, 250, 300, 350]),
        (4100, [0, 1000, 2000, 3000, 4000, 5000]),
    ],
)
def test_a_linear_axis_begins_at_nothing_and_is_written_in_round_steps(
    highest: float, written: list[float]
) -> None:
    assert ticks(linear([highest], 0, 1)) == pytest.approx(written)


def test_a_logarithmic_axis_is_written_in_powers_of_ten_around_the_values() -> None:
    assert ticks(decades([3, 40, 700], 0, 1)) == [1, 10, 100, 1000]
    assert ticks(decades([10, 10], 0, 1)) == [10, 100]


def test_what_lies_below_a_logarithmic_axis_stands_at_its_end() -> None:
    axis = decades([0, 5], 200, 0)
    assert axis.at(0) == axis.at(1) == 200
    assert axis.at(10) == 0
