"""Why nothing is revealed."""

from dataclasses import dataclass

from domain.refusal import Invalid


@dataclass(kw_only=True)
class NothingToReveal(Invalid):
    """The case has none of the parts that were asked for."""

    choices: list[str]
