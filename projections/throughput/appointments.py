"""What is counted of an appointment that was confirmed: whether somebody came."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.appointment.events import AppointmentAttended, NoShowRecorded
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import Counting, Counts


def _kept(told: Counting, event: AppointmentAttended) -> Sequence[str]:
    return (measures.APPOINTMENT_KEPT,)


def _missed(told: Counting, event: NoShowRecorded) -> Sequence[str]:
    return (measures.APPOINTMENT_MISSED,)


APPOINTMENT: Final[Mapping[type[Event], Counts]] = {
    AppointmentAttended: _kept,
    NoShowRecorded: _missed,
}
