"""The samples of the page: every part of the kit, as it is called and as that looks.

A template of samples is cut at its comments, each of which names the sample that follows it.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from jinja2 import Template

from api.pages.kit.answer import TEMPLATES
from domain.titles import Title

_NAMED: Final = re.compile(r"^{# (.+?) · (.+?) #}\n", re.MULTILINE)


class PartSample(NamedTuple):
    """A call. What is shown is what the call gives."""

    title: Title
    call: str
    template: Template


class Section(NamedTuple):
    """The samples of one file of the kit, ``name.html``."""

    name: str
    title: Title
    samples: tuple[PartSample, ...]


def _section(shown: str, zh: str, en: str, template: str) -> Section:
    name = PurePosixPath(shown).stem
    return Section(name, Title(zh, en), tuple(_samples(name, template)))


def _samples(name: str, template: str) -> Iterator[PartSample]:
    assert TEMPLATES.loader
    source, _, _ = TEMPLATES.loader.get_source(TEMPLATES, template)
    importing = f'{{% import "kit/{name}.html" as {name} with context %}}'
    _, *cut = _NAMED.split(source)
    for zh, en, call in zip(cut[::3], cut[1::3], cut[2::3], strict=True):
        yield PartSample(Title(zh, en), call.strip(), TEMPLATES.from_string(f"{importing}{call}"))


SECTIONS: Final = (
    _section("kit/walk.html", "位置和步骤", "Ways and steps", "design/walk.html"),
    _section(
        "kit/notes.html", "提示、标签和指标", "Notes, badges and figures", "design/notes.html"
    ),
    _section("kit/fields.html", "表单", "Form fields", "design/fields.html"),
    _section("kit/lists.html", "列表", "Lists", "design/lists.html"),
    _section("kit/tables.html", "表格", "Tables", "design/tables.html"),
    _section("kit/folds.html", "折叠", "Folds", "design/folds.html"),
    _section("kit/plates.html", "号牌号码", "Plate numbers", "design/plates.html"),
    _section("kit/charts.html", "图表", "Charts", "design/charts.html"),
)
