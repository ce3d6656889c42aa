"""The repository explains itself: it cites laws and its own documents, and no paper outside it."""

import re
from typing import Final

from tests.kit.tree import PRODUCT, at_the_top, files, name, text

OUTSIDE: Final = re.compile(r"\b(?:design|domain|trust|style)\.md\b")


def test_no_text_names_a_paper_that_is_not_in_the_repository() -> None:
    texts = [*files(*PRODUCT, "tests", "docs", ".ci"), *at_the_top()]
    assert [name(path) for path in texts if OUTSIDE.search(text(path))] == []
