"""Every submission of a run is valid."""

from hypothesis import given
from hypothesis import strategies as st

from cheguan.bench.day import DAY
from cheguan.bench.submissions import MOST, Requests, body, key, row
from domain.services.plate_reissue.form import PlateReissue
from domain.services.reader import read_form

NUMBERS = st.integers(min_value=0, max_value=MOST - 1)


@given(NUMBERS)
def test_every_body_is_a_form_without_a_defect(number: int) -> None:
    form = read_form(body(row(number)), today=DAY)
    assert isinstance(form, PlateReissue)
    assert (form.applicant.id_no, form.vehicle.plate_no, form.vehicle.vin) == row(number)[:3]


@given(NUMBERS)
def test_a_request_announces_the_length_of_its_body(number: int) -> None:
    head, _, sent = Requests("localhost", "t").request(number).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(sent)}".encode() in head.split(b"\r\n")
    assert f"Idempotency-Key: {key(number)}".encode() in head.split(b"\r\n")
    assert sent == body(row(number))
