"""What an officer has filled in, told back to him where its form is no longer offered."""

from collections.abc import Mapping, Sequence

from api.language import Language
from api.pages.desk.task_fields import FieldKind, TaskField
from domain.titles import Title

_YES = Title("是", "yes")


def entries(
    asked: Sequence[TaskField], sent: Mapping[str, str], language: Language
) -> list[tuple[str, str]]:
    """Each field that he has filled in, in words, so that nothing he wrote is lost."""
    rows = [(field.title.text(language), _text(field, sent, language)) for field in asked]
    return [(title, text) for title, text in rows if text]


def _text(field: TaskField, sent: Mapping[str, str], language: Language) -> str:
    comma = Title("；", "; ").text(language)
    match field.kind:
        case FieldKind.MANY:
            chosen = [title for code, title in field.options if sent.get(f"{field.name}-{code}")]
            return comma.join(title.text(language) for title in chosen)
        case FieldKind.EACH:
            answers = {code: title.text(language) for code, title in field.answers}
            told = [
                (title.text(language), answers.get(sent.get(f"{field.name}-{code}", "")))
                for code, title in field.options
            ]
            colon = Title("：", ": ").text(language)
            return comma.join(f"{title}{colon}{answer}" for title, answer in told if answer)
        case FieldKind.BOX:
            return _YES.text(language) if field.name in sent else ""
        case FieldKind.ONE:
            titles = {code: title.text(language) for code, title in field.options}
            return titles.get(sent.get(field.name, ""), "")
        case _:
            return sent.get(field.name, "")
