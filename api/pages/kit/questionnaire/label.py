"""The name of a question as it stands before its field."""

from api.language import Language
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import Question
from domain.services.blocks.applicant.words import NAME, PERSON_NAME, UNIT_NAME
from domain.services.choices import UserKind


def label_of(filled: Filled, question: Question, language: Language) -> str:
    """A person is asked for his 姓名, and a unit for its 名称, where it is known who applies."""
    title = question.title
    if title == NAME:
        may = filled.service.user_kinds
        users = (filled.vouched.user_kinds & may) or may
        if users == {UserKind.UNIT}:
            title = UNIT_NAME
        elif UserKind.UNIT not in users:
            title = PERSON_NAME
    return words.label(title, language)
