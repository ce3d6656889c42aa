"""A row says the same, in the same bytes, wherever its history was cut and the row kept."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec
import pytest

from projections.caseload import row as caseload
from projections.tracking import row as tracking
from tests.kit.histories import PLOTS, lives
from tests.kit.life import recorded

Fold = Callable[[Any, Sequence[Any]], Any]
_KEEPS: Final = ((caseload.fold, "state"), (tracking.fold, "standing"))


@pytest.mark.parametrize(("fold", "part"), _KEEPS, ids=("caseload", "tracking"))
def test_what_a_row_keeps_of_a_case_is_written_in_one_way(fold: Fold, part: str) -> None:
    for history in (recorded([life]) for life in lives(len(PLOTS))):
        whole = msgspec.json.encode(getattr(fold(None, history), part))
        for cut in range(1, len(history)):
            row = fold(None, history[:cut])
            kept = getattr(row, part)
            read = msgspec.json.decode(msgspec.json.encode(kept), type=type(kept))
            row = fold(msgspec.structs.replace(row, **{part: read}), history[cut:])
            assert msgspec.json.encode(getattr(row, part)) == whole
