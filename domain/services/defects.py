"""A defect of a form, and the refusal that carries all of them."""

from dataclasses import dataclass

from domain.law import Law
from domain.refusal import Invalid


@dataclass(frozen=True, slots=True)
class FormDefect:
    """A broken rule, never with the value that broke it.

    ``pointer`` is that of RFC 6901. ``law`` is set only where its text was read,
    ``service`` if the form is known to be of one.
    """

    pointer: str
    rule: str
    law: Law | None = None
    service: str | None = None


@dataclass(kw_only=True)
class FormRefused(Invalid):
    """The form has defects. They are told all at once (ALL art. 32), in the order of its fields."""

    defects: tuple[FormDefect, ...]
