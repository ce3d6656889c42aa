"""A one-time code as an application names it, with the number that it has to prove."""

from uuid import UUID

import msgspec

from domain.aggregate import Link
from domain.code_purpose import CodePurpose
from domain.one_time_codes.commands import UseOneTimeCode
from domain.one_time_codes.one_time_code import ONE_TIME_CODE


class MobileCode(msgspec.Struct, frozen=True, gc=False):
    """``code`` is the code's stream, and ``number_index`` the blind index of the number."""

    code: UUID
    purpose: CodePurpose
    number_index: bytes


def used(named: MobileCode, case: UUID) -> Link:
    """The command by which a case takes the code for itself, or is refused."""
    use = UseOneTimeCode(case=case, purpose=named.purpose, number_index=named.number_index)
    return Link(ONE_TIME_CODE, named.code, use)
