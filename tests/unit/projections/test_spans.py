"""A period of any length is the sum of a few spans of days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from projections.throughput.spans import BEGINNING, SPANS, SpanOfDays, covering, spans_of

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def days_of(span: SpanOfDays) -> set[date]:
    return {span.first + timedelta(days=n) for n in range(span.days)}


@given(DAYS, st.integers(0, 2000))
def test_every_day_of_a_period_is_covered_once_and_no_other(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    covered = [day for span in covering(first, last) for day in sorted(days_of(span))]
    assert covered == [first + timedelta(days=n) for n in range(length + 1)]


@given(DAYS)
def test_a_day_belongs_to_one_span_of_each_length(day: date) -> None:
    spans = spans_of(day)
    assert [span.days for span in spans] == list(SPANS)
    assert all(day in days_of(span) for span in spans)
    assert all(span.first.toordinal() % span.days == 0 for span in spans)


def test_all_of_the_past_is_a_few_dozen_spans() -> None:
    assert len(list(covering(BEGINNING, date(2026, 12, 31)))) < 50
