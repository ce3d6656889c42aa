"""What the token of whoever sends a form vouches for. The form may say no other thing (ADR 52)."""

import msgspec

from domain.services.choices import Channel, UserKind


class Vouched(msgspec.Struct, frozen=True, gc=False):
    """The channels through which he may come, and the kinds of user that he may be."""

    channels: frozenset[Channel] = frozenset()
    user_kinds: frozenset[UserKind] = frozenset()
