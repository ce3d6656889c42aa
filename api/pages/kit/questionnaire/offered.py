"""What may be chosen: of a closed list those that the form does not turn down at once.

An organisation has no identity card, and an agent does not act online for a person. Who is
offered only what he may choose is never told afterwards that he may not.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from api.pages.kit.questionnaire.conditions import defects_in
from api.pages.kit.questionnaire.questions import Question
from domain.services.form import Form


@lru_cache(maxsize=4_096)
def offered(
    form: type[Form], question: Question, channel: str, user_kind: str, today: date
) -> tuple[str, ...]:
    """The codes that this kind of user may choose, or all of them where he may choose none."""
    sender: dict[str, Any] = {"service": form.code(), "channel": channel, "user_kind": user_kind}
    codes = tuple(choice.value for choice in question.choices)
    fitting = tuple(
        code
        for code in codes
        if not any(
            each.pointer == question.pointer
            for each in defects_in(form.code(), sender | _alone(question, code), today)
        )
    )
    return fitting or codes


def _alone(question: Question, code: str) -> dict[str, Any]:
    return {question.block: {question.name: code}} if question.block else {question.name: code}
