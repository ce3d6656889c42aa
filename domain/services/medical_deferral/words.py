"""The words of D07."""

from typing import Final

from domain.titles import Title

TITLE: Final = Title("延期提交身体条件证明", "Deferral of the medical certificate")
