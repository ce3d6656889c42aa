"""An answer is kept in the command log and given again."""

from uuid import UUID

from msgspec.structs import replace

from domain.case.stage import Stage
from domain.door.outcome import Outcome, decode, encode

OUTCOME = Outcome(
    kind="case",
    stream=UUID(int=1),
    about={"reference": "0000-0000-0000-Q", "service": "plate_reissue"},
    stage=Stage.SUBMITTED,
    version=2,
    actions=("AcceptCase", "WithdrawCase"),
)


def test_an_answer_from_the_log_says_so_and_where() -> None:
    assert decode(encode(OUTCOME), 7) == replace(OUTCOME, position=7, replayed=True)


def test_what_is_not_stored_is_not_encoded() -> None:
    assert b"position" not in encode(OUTCOME)
    assert b"replayed" not in encode(OUTCOME)
