"""Every colour comes from the table of tokens, and every text can be read in every theme."""

import re
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from api.pages.kit.tokens import DRAWN_ON, LIGHT, TEXT_ON, THEMES, contrast, sheet
from tests.kit.tree import ROOT, text

SHEETS: Final = sorted((ROOT / "api" / "pages").rglob("*.css"))
_RULE: Final = re.compile(r"([^{}]+){([^{}]*)}")
_OF: Final = {
    kind: re.compile(rf"(?:^|[;\s]){kind}:[^;]*?var\(--([\w-]+)\)")
    for kind in ("color", "background")
}


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_at_four_and_a_half_to_one_and_drawings_at_three(theme: str) -> None:
    colours = THEMES[theme]
    for pairs, least in ((TEXT_ON, 4.5), (DRAWN_ON, 3.0)):
        for name, grounds in pairs.items():
            for ground in grounds:
                assert contrast(colours[name], colours[ground]) >= least, (name, ground)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_every_theme_has_every_token() -> None:
    assert all(theme.keys() == LIGHT.keys() for theme in THEMES.values())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_names_no_colour_that_is_not_a_token(path: Path) -> None:
    source = text(path)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[ ;,)])", re.sub(r"#[a-z_]+\s*{", "{", source)) == []
    colours = set(re.findall(r"var\(--([\w-]+)\)", source))
    lengths = set(re.findall(r"--([\w-]+):", text(ROOT / "api/pages/kit/static/type.css")))
    assert colours <= LIGHT.keys() | lengths


def test_every_pair_of_a_rule_is_one_that_is_held_to_account() -> None:
    """A rule that sets both a text and its ground names a pair of the table."""
    pairs = {pair for name, on in TEXT_ON.items() for pair in product([name], on)}
    for path in SHEETS:
        for where, declared in _RULE.findall(text(path)):
            words, ground = (found.search(declared) for found in _OF.values())
            if words and ground and "::before" not in where:
                assert (words[1], ground[1]) in pairs, where.strip()


def test_the_sheet_sets_every_theme_and_paper_when_printed() -> None:
    written = sheet()
    for theme, where in (("light", ":root{"), ("wall", ".wall{"), ("paper", ".paper{")):
        assert f"{where}--ink:{THEMES[theme]['ink']}" in written
    assert "@media print{:root,.wall{--ink:#000000" in written
