"""A deadline that a relief has moved, in one sentence: both days, why, and on whose word."""

from datetime import date

from api.day_text import day_text
from api.language import Language
from domain.reliefs.state import StandingRelief
from domain.titles import Title


def relief_text(
    by_law: date,
    until: date | None,
    relief: StandingRelief | None,
    language: Language,
    *,
    replaced: bool = False,
) -> str:
    """What people are told. If the relief was ``replaced``, another has taken its place since.

    There is no ``relief`` only if nothing is known of the one that is named.
    """
    old, basis = day_text(by_law, language), _basis(relief, language)
    if replaced:
        basis = Title(f"{basis}，已由其后公布的措施替代", f"{basis}, replaced by a later one").text(
            language
        )
    if until is not None:
        new = day_text(until, language)
        told = Title(
            f"原期限为{old}，因疫情防控，期限延长至{new}（依据：{basis}）。",
            f"The last day was {old}. Because of epidemic control it is extended to {new} "
            f"({basis}).",
        )
    else:
        told = Title(
            f"原期限为{old}，因疫情防控，期限中止计算，恢复计算的时间另行公布；"
            f"中止期间不按逾期处理（依据：{basis}）。",
            f"The last day was {old}. Because of epidemic control the term does not run until "
            f"further notice, and nobody is late meanwhile ({basis}).",
        )
    return told.text(language)


def _basis(relief: StandingRelief | None, language: Language) -> str:
    if relief is None:
        return Title("已公布的期限延长措施", "a relief that was announced").text(language)
    on, body = day_text(relief.announced_on, language), relief.body.text(language)
    told = Title(f"{body}{on}公布的期限延长措施", f"{body}, relief announced on {on}")
    number = relief.document_no
    return (
        Title(f"{told.zh}，{number}", f"{told.en}, {number}").text(language)
        if number
        else (told.text(language))
    )
