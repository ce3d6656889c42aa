"""One thing for one word: no two public classes of the product have one name."""

from collections import defaultdict
from typing import Final

from tests.kit.tree import classes, modules, name

PEERS: Final = "cheguan/bench/"
"""The benchmarks rebuild what others have, in their words."""


def test_no_two_classes_have_one_name() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in modules("domain", "projections", "api", "workers", "cheguan"):
        if not name(path).startswith(PEERS):
            for each in classes(path):
                if not each.startswith("_"):
                    found[each].append(name(path))
    assert {each for each, files in found.items() if len(files) > 1} == set()
