"""Makes a refused form a problem, which has every defect with its pointer, rule, text and law."""

from typing import Any, Final

from api.allowed import allowed_in_form
from api.language import Language
from api.problems import Problem
from domain.services.defects import FormDefect, FormRefused
from domain.services.texts import TEXTS
from domain.titles import Title

_OTHERWISE: Final = Title(
    zh="填写有误，请核对后重新填写。", en="This is not right; please check it."
)

_OF_LISTS: Final = frozenset({"choice", "service"})


def problem_of(refused: FormRefused, language: Language) -> Problem:
    """The 422 with all defects at once. It repeats no value."""
    defects = [described(defect, language) for defect in refused.defects]
    return Problem("form-invalid", 422, members={"defects": defects})


def wrong_item(pointer: str, rule: str, text: Title, language: Language) -> Problem:
    """The 422 for the one item that is wrong in a request which is no form of a service."""
    defect = {"pointer": pointer, "rule": rule, "text": text.text(language)}
    return Problem("form-invalid", 422, members={"defects": [defect]})


def described(defect: FormDefect, language: Language) -> dict[str, Any]:
    """A defect in words. Its ``law`` appears only if the text of the law was read.

    Where only some codes may stand, ``allowed`` lists them.
    """
    shown: dict[str, Any] = {
        "pointer": defect.pointer,
        "rule": defect.rule,
        "text": TEXTS.get(defect.rule, _OTHERWISE).text(language),
    }
    if defect.rule in _OF_LISTS and (allowed := allowed_in_form(defect.pointer, defect.service)):
        shown["allowed"] = allowed
    if defect.law and (citation := defect.law.citation(language)):
        shown["law"] = citation
    return shown
