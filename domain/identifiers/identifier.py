"""Every parsed identifier is immutable, and does not print its text."""

import msgspec


class Identifier(msgspec.Struct, frozen=True):
    """A parsed number or name. ``repr`` shows its kind alone, so no log can show more."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"
