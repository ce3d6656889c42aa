"""The words of D07."""

from typing import Final

from domain.titles import Title

TITLE: Final = Title("延期提交身体条件证明", "Deferral of the medical certificate")
WISH: Final = Title(
    "服兵役、出国（境）等原因，暂时不能提交体检证明",
    "I serve in the army, am abroad or ill, and cannot submit my medical certificate in time",
)
