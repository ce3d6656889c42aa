"""The words of D08."""

from typing import Final

from domain.titles import Title

TITLE: Final = Title("延期驾驶证审验", "Deferral of the licence review")
