"""What is said of the forms of all services, derived from the catalogue.

For each rule it is what is wrong and what to do, and the article behind it; for fields and
sealed parts it is their names.

The keys of ``TEXTS`` are the stable rule codes of the forms; programs and translations rest
on them. An identifier's rule is its kind and the rule of its format.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services import words
from domain.services.blocks.contact.words import TEXTS as CONTACT
from domain.services.catalogue import CATALOGUE
from domain.services.form import Form
from domain.services.form_fields import FormField, blocks_in, blocks_of, fields_of, joined
from domain.services.split import DETAILS, NUMBER
from domain.services.window.form import WindowForm
from domain.titles import Title

_FORMS: Final[tuple[type[Form], ...]] = (
    *(service.form for service in CATALOGUE.values()),
    WindowForm,
)


def merged(tables: Iterable[Mapping[str, Title]]) -> Mapping[str, Title]:
    """Joins tables. Raises ``ValueError`` if two of them say different things of one rule."""
    merged: dict[str, Title] = {}
    for table in tables:
        for rule, text in table.items():
            if merged.setdefault(rule, text) != text:
                raise ValueError(f"{rule} has two texts")
    return MappingProxyType(merged)


def _laws(service: str) -> Mapping[str, Law]:
    return {
        rule: law
        for block in blocks_of(CATALOGUE[service].form)
        for rule, law in block.LAWS.items()
    }


TEXTS: Final[Mapping[str, Title]] = merged(
    (
        words.TEXTS,
        CONTACT,
        *(block.TEXTS for form in _FORMS for block in blocks_of(form)),
    )
)
LAWS: Final[Mapping[str, Mapping[str, Law]]] = {service: _laws(service) for service in CATALOGUE}
"""The articles by the code of the service: one rule may rest on two articles in two services."""
FIELDS: Final[Mapping[str, FormField]] = joined(
    field for form in _FORMS for field in fields_of(form).items()
)
"""The fields of all forms, by path."""
PARTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **{
            name: block.TITLE
            for form in _FORMS
            for name, field in form.model_fields.items()
            for block in blocks_in(field.annotation)
            if block.TITLE
        },
        DETAILS: words.DETAILS,
        NUMBER: words.NUMBER,
    }
)
"""The sealed parts of the forms."""
