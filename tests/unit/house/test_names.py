"""One thing for one word: no two public classes of the product have one name."""

import ast
from collections import defaultdict
from typing import Final

from tests.kit.tree import modules, name, parsed

PEERS: Final = "cheguan/bench/"
"""The benchmarks rebuild what others have, in their words."""


def test_no_two_classes_have_one_name() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in modules("domain", "projections", "api", "workers", "cheguan"):
        if not name(path).startswith(PEERS):
            for node in parsed(path).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    found[node.name].append(name(path))
    assert {each for each, files in found.items() if len(files) > 1} == set()
