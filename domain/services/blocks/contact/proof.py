"""Which number a one-time code proves, said where the form names the code."""

from dataclasses import dataclass

from domain.code_purpose import CodePurpose


@dataclass(frozen=True, slots=True)
class ProvesNumber:
    """It stands in ``Annotated``. The number is in the first of the ``fields`` that is given."""

    purpose: CodePurpose
    fields: tuple[str, ...]
