"""The submissions of a run are valid and all different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cheguan.bench.day import DAY, bench_clock
from cheguan.bench.submissions import MOST, Requests, body, key, row
from domain.calendar import local_day
from domain.services.plate_reissue.form import PlateReissue
from domain.services.reader import read_form

NUMBERS = st.integers(min_value=0, max_value=MOST - 1)


@given(NUMBERS)
def test_every_body_is_a_form_without_a_defect(number: int) -> None:
    form = read_form(body(row(number)), today=DAY)
    assert isinstance(form, PlateReissue)
    assert (form.applicant.id_no, form.vehicle.plate_no, form.vehicle.vin) == row(number)[:3]


def test_no_number_stands_in_two_rows() -> None:
    rows = [row(number) for number in range(5000)]
    for column in zip(*rows, strict=True):
        assert len(set(column)) == len(rows)
    assert len({key(number) for number in range(5000)}) == 5000


@pytest.mark.parametrize("number", [-1, MOST])
def test_there_is_no_row_beyond_the_last_plate(number: int) -> None:
    with pytest.raises(ValueError, match="no numbers left"):
        row(number)


@given(NUMBERS)
def test_a_request_announces_the_length_of_its_body(number: int) -> None:
    head, _, sent = Requests("localhost", "t").request(number).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(sent)}".encode() in head.split(b"\r\n")
    assert f"Idempotency-Key: {key(number)}".encode() in head.split(b"\r\n")
    assert sent == body(row(number))


def test_the_clock_of_a_run_begins_on_its_day() -> None:
    assert local_day(bench_clock()()) == DAY
