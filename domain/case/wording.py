"""What people read for the names and codes of a case."""

from domain.case.words.clocks import CLOCKS
from domain.case.words.commands import COMMANDS
from domain.case.words.events import EVENTS
from domain.case.words.reasons import REASONS
from domain.case.words.stages import STAGES
from domain.services.checks import REFUSALS
from domain.titles import Language, Title

__all__ = ["CLOCKS", "COMMANDS", "EVENTS", "REASONS", "STAGES", "detail_text"]

_RIGHT_OFFICE = Title("有权办理的机关", "the office that has it")


def detail_text(detail: str | None, language: Language) -> str | None:
    """A step's detail, one code or several joined by commas, in words.

    A code without words stays as it is: the timeline says little rather than nothing.
    """
    if not detail:
        return None
    texts = [_text(code, language) for code in detail.split(",")]
    if all(text.endswith(("。", ".")) for text in texts):
        return ("" if language == "zh" else " ").join(texts)
    return ("；" if language == "zh" else "; ").join(text.rstrip("。.") for text in texts)


def _text(code: str, language: Language) -> str:
    title = REASONS.get(code) or REFUSALS.get(code) or CLOCKS.get(code)
    if title is None:
        return code
    return title.text(language).replace("{right_office}", _RIGHT_OFFICE.text(language))
