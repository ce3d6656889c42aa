"""What an officer writes in a form becomes the body of a command, whatever he writes."""

import msgspec
import pytest

from api.pages.desk.task_fields import FieldKind, TaskField, body_of
from domain.titles import Title

AMOUNT = TaskField("amount_fen", Title("金额", "amount"), FieldKind.YUAN, True)


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("100", 10_000),
        ("100.5", 10_050),
        ("0.05", 5),
        ("1.234", "1.234"),
        ("-1", "-1"),
        ("9" * 5_000, "9" * 5_000),
    ],
)
def test_an_amount_in_yuan_is_read_and_any_other_text_goes_on(written: str, fen: int | str) -> None:
    body = body_of([AMOUNT], {"amount_fen": written})
    assert msgspec.json.decode(body) == {"amount_fen": fen}
