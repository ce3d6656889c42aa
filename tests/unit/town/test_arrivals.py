"""The arrivals of a story are kept small, and come back as they were drawn."""

from cheguan.town.arrivals import Arrival, Arrivals
from cheguan.town.numbering import of_the_announcement
from cheguan.town.plans import applies_at, plan


def test_arrivals_come_in_their_order_at_the_instants_that_were_drawn() -> None:
    drawn = [(applies_at(plan(7, number)), number) for number in of_the_announcement(0.002)]
    arrivals, came = Arrivals(drawn), list[Arrival]()
    while first := arrivals.first:
        came.append(first)
        arrivals.pop()
    assert came == sorted(drawn)
    assert [at.tzinfo for at, _ in came] == [at.tzinfo for at, _ in drawn]
    assert len(came) == len(drawn) > 100
    assert len(arrivals) == 0
