"""Case ids are UUIDs of version 7: in the order of time, and not to be guessed."""

import time
from uuid import RFC_4122

from domain.case_id import new_case_id


def test_an_id_is_of_version_7_and_tells_its_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    case = new_case_id()
    after = time.time_ns() // 1_000_000
    assert (case.version, case.variant) == (7, RFC_4122)
    assert before <= case.int >> 80 <= after


def test_no_two_ids_are_alike() -> None:
    assert len({new_case_id() for _ in range(1000)}) == 1000
