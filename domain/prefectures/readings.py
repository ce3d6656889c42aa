"""How two doubtful words of the announcement of 23 February 2020 are read, with their days."""

from datetime import date
from typing import Final, NamedTuple

from domain.dated import Dated, Rule
from domain.offices.business import WindowBusiness, WindowGroup


class Readings(NamedTuple):
    """``renewal_replaces``: the exchange of a licence that expires is a replacement (换证).

    ``part_of_all``: "some" (部分) in the third step is said of registration, inspection and
    examinations alike. Otherwise it is said of registration alone, and the other two open whole.
    """

    renewal_replaces: bool
    part_of_all: bool

    def group(self, business: WindowBusiness) -> WindowGroup:
        """The group to which the steps count it."""
        if business.renewal and not self.renewal_replaces:
            return WindowGroup.OTHER
        return business.group


READINGS: Final = Dated(
    "window_steps",
    Rule(Readings(True, True), date(2000, 1, 1), "office practice"),
)
