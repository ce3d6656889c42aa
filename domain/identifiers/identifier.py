"""What every parsed identifier is: immutable, and silent about its text."""

import msgspec


class Identifier(msgspec.Struct, frozen=True):
    """Its ``repr`` shows the kind alone, so no log can show more."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"
