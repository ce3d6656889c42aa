"""What the service asks for by itself has an id that follows from its cause."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.case.intake.commands import AcceptCase
from domain.door.request import own_request as request
from domain.message import PassDeadline
from domain.people import Actor, Role, system

CASE = UUID(int=1)
EXPIRE = PassDeadline(clock="PAY_HOLD")


def test_the_same_cause_is_the_same_request() -> None:
    assert request("timekeeper", CASE, 3, EXPIRE) == request("timekeeper", CASE, 3, EXPIRE)


def test_another_worker_case_version_or_command_is_another_request() -> None:
    requests = [
        request("timekeeper", CASE, 3, EXPIRE),
        request("checker", CASE, 3, EXPIRE),
        request("timekeeper", UUID(int=2), 3, EXPIRE),
        request("timekeeper", CASE, 4, EXPIRE),
        request("timekeeper", CASE, 3, PassDeadline(clock="RETURN_HOLD")),
        request("timekeeper", CASE, 3, AcceptCase()),
    ]
    assert len({asked.command_id for asked in requests}) == len(requests)


def test_it_is_about_the_case_as_it_stood() -> None:
    asked = request("timekeeper", CASE, 3, EXPIRE)
    assert (asked.expected, asked.channel, asked.by) == (3, "system", system("timekeeper"))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_no_person_acts_by_itself(role: Role) -> None:
    with pytest.raises(ValueError, match="by itself"):
        replace(request("timekeeper", CASE, 3, EXPIRE), by=Actor(role, "somebody"))
