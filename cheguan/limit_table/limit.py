"""What is said of a limit."""

from typing import NamedTuple

from cheguan.settings import Settings


class Limit(NamedTuple):
    """``name`` is a setting, if there is one of this name. ``beyond`` is what happens then."""

    name: str
    of: str
    value: float
    unit: str
    beyond: str
    test: str

    @property
    def title(self) -> str:
        """The name as an operator writes it."""
        is_set = self.name in Settings.model_fields
        return f"`CHEGUAN_{self.name.upper()}`" if is_set else self.name


def setting(name: str, of: str, unit: str, beyond: str, test: str) -> Limit:
    """A limit that operators may set. Its value is the default."""
    return Limit(name, of, Settings.model_fields[name].default, unit, beyond, test)
