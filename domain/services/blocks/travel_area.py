"""Where one drives with a temporary plate (124 art. 46)."""

from typing import Final

from domain.choice import Choice
from domain.titles import Title

TRAVEL_AREA: Final = Title("行驶区域", "area of travel")


class TravelArea(Choice):
    """The temporary plates of both differ in colour, and in how long they are good."""

    WITHIN = "within", "在本行政辖区内行驶", "within the prefecture"
    ACROSS = "across", "跨行政辖区行驶", "across prefectures"
