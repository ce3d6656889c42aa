"""Whatever is drawn, it stands within its panel and its axis reaches it."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from cheguan.bench.plot import HEIGHT, WIDTH, Curve, Panel, svg
from cheguan.bench.scale import linear, ticks

SVG = "{http://www.w3.org/2000/svg}"
PLACES = (1, 4, 16, 64, 256)
VALUES = st.lists(st.floats(min_value=0.01, max_value=1e6), min_size=5, max_size=5)


def drawn(*panels: Panel) -> ElementTree.Element:
    return ElementTree.fromstring(svg("a < b & c", "note", panels))


@given(VALUES, st.booleans())
def test_no_point_leaves_its_panel(values: list[float], logarithmic: bool) -> None:
    picture = drawn(Panel("t", "b", PLACES, [Curve("ours", values)], logarithmic))
    for point in picture.iterfind(f".//{SVG}circle"):
        assert 0 < float(point.attrib["cx"]) < WIDTH
        assert 0 < float(point.attrib["cy"]) < HEIGHT


@given(VALUES)
def test_a_linear_axis_has_few_steps_and_reaches_the_highest(values: list[float]) -> None:
    axis = linear(values, 0, 100)
    assert max(values) <= axis.high * 1.0000001
    assert 5 <= len(ticks(axis)) <= 12
