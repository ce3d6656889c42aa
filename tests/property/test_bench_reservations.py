"""Every reservation of a run is valid, and none wants what another has."""

from hypothesis import given
from hypothesis import strategies as st

from cheguan.bench.day import DAY
from cheguan.bench.reservations import RESERVATIONS, wish
from cheguan.bench.submissions import MOST, Requests, key, row
from domain.services.new_vehicle_preselect.form import NewVehiclePreselect
from domain.services.reader import read_form

NUMBERS = st.integers(min_value=0, max_value=MOST - 1)


@given(NUMBERS)
def test_every_request_is_a_form_without_a_defect(number: int) -> None:
    requests = Requests("localhost", "t", form=RESERVATIONS)
    head, _, sent = requests.request(number).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(sent)}".encode() in head.split(b"\r\n")
    assert f"Idempotency-Key: {key(number, RESERVATIONS)}".encode() in head.split(b"\r\n")
    form = read_form(sent, today=DAY)
    assert isinstance(form, NewVehiclePreselect)
    assert (form.applicant.id_no, form.vehicle.vin, form.wanted_no) == wish(number)


def test_no_two_want_the_same_number_or_have_the_vehicle_of_a_submission() -> None:
    wishes = [wish(number) for number in range(5000)]
    for column in zip(*wishes, strict=True):
        assert len(set(column)) == len(wishes)
    submitted = {row(number).vin for number in range(5000)}
    assert not submitted & {each.vin for each in wishes}
