"""What every change of the register is."""

import msgspec


class Change(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="change", gc=False):
    """A change of one vehicle or licence."""
