"""What is published of a session is folded from its case, and names nobody."""

from datetime import date

from msgspec.structs import replace

from domain.draws.published import PublishedOffer
from projections.draws.sessions import fold
from tests.unit.case.given import morning
from tests.unit.case.reserved import DRAWN, OFFERED, SUBMITTED
from tests.unit.case.situations import SUBMITTED_ON, plate_submission
from tests.unit.projections.recording import folded, record

THE_SECOND, THE_THIRD = date(2020, 3, 2), date(2020, 3, 3)
AGAIN = replace(OFFERED, batch=replace(OFFERED.batch, batch=2, drawn_on=THE_THIRD))


def test_a_session_keeps_its_batches_in_their_order_with_the_days_of_their_seeds() -> None:
    row = folded(fold, [SUBMITTED, DRAWN], (THE_SECOND, OFFERED), (THE_THIRD, AGAIN))
    assert (row.session, row.region) == (DRAWN.session, "410100")
    assert row.opened_at == morning(SUBMITTED_ON)
    assert (row.first_on, row.last_on) == (THE_SECOND, THE_THIRD)
    assert row.offers == (
        PublishedOffer(offered_at=morning(THE_SECOND), batch=OFFERED.batch),
        PublishedOffer(offered_at=morning(THE_THIRD), batch=AGAIN.batch),
    )


def test_a_session_without_a_draw_lies_on_no_day() -> None:
    row = folded(fold, [SUBMITTED, DRAWN])
    assert (row.first_on, row.last_on, row.offers) == (None, None, ())


def test_a_case_without_a_session_has_no_row() -> None:
    assert fold(None, [record(plate_submission(), 1, SUBMITTED_ON)]) is None
