"""The guide to a service 办事指南 in the language of whoever asks."""

from collections.abc import Iterable
from typing import TypedDict

from api.language import Language
from domain.choice import Choice
from domain.services.guide import ServiceGuide


class ServiceGuideView(TypedDict):
    """For whom the service is, what comes of it, within what term, for what fee, with what papers,
    and how it goes on.

    Fee and ``documents`` are those of the service's own example, and ``on_request`` what may be
    asked for beside them. ``bring`` is shown on the spot. ``instead`` says where to go while the
    service is not open.
    """

    applicants: list[str]
    users: list[str]
    outcome: str
    term: str
    fee: str
    documents: list[str]
    on_request: list[str]
    bring: list[str]
    steps: list[str]
    instead: str | None


def service_guide(guide: ServiceGuide, language: Language) -> ServiceGuideView:
    def words(choices: Iterable[Choice]) -> list[str]:
        return [choice.text(language) for choice in choices]

    return {
        "applicants": [each.text(language) for each in guide.applicants],
        "users": words(guide.user_kinds),
        "outcome": guide.outcome.text(language),
        "term": guide.term.text(language),
        "fee": guide.fee.text(language),
        "documents": words(guide.documents),
        "on_request": words(guide.on_request),
        "bring": [each.text(language) for each in guide.bring],
        "steps": [each.text(language) for each in guide.steps],
        "instead": guide.instead.text(language) if guide.instead else None,
    }
