"""The facts of an application that are stored in the clear, for ever.

They are what statistics, clocks and decisions need. Nothing personal is among them.

Each service has a subclass whose tag is the service's code. Fields are only ever added, with
a default; ``tests/golden/facts`` holds one stored example of each.
"""

from typing import Annotated

import msgspec

from domain.services import words
from domain.services.choices import (
    Capacity,
    Channel,
    DocumentKind,
    PaymentMethod,
    UserKind,
)
from domain.services.slot import Slot


class Paper(msgspec.Struct, frozen=True, gc=False):
    """An upload, by its kind and its SHA-256 in lower-case hex. The file is kept elsewhere."""

    kind: DocumentKind
    sha256: str


class ByPost(msgspec.Struct, frozen=True, tag_field="mode", tag="post", gc=False):
    """Postal express brings it to the county of this code. The address is sealed."""

    region: str


class AtCounter(msgspec.Struct, frozen=True, tag_field="mode", tag="pickup", gc=False):
    """The applicant collects it at the counter of the office of this id."""

    office: str


class Facts(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="service",
    omit_defaults=True,
    gc=False,
):
    """The facts that every service has. A subclass adds its own, each with its name.

    ``delivery`` is ``None`` if the service hands out no document, and ``pays`` if it is free.
    Postage alone is paid on delivery.
    """

    channel: Annotated[Channel, words.CHANNEL]
    user_kind: Annotated[UserKind, words.USER_KIND]
    capacity: Annotated[Capacity, words.CAPACITY]
    papers: Annotated[tuple[Paper, ...], words.PAPERS]
    delivery: Annotated[ByPost | AtCounter | None, words.DELIVERY] = None
    pays: Annotated[PaymentMethod | None, words.PAYS] = None

    @property
    def slot(self) -> Slot | None:
        """The time for which a seat is asked. Most services ask for none."""
        return None

    @property
    def waits(self) -> bool:
        """Whether the applicant is ready to wait for a seat that somebody lets go."""
        return False

    @property
    def service(self) -> str:
        """The code of the service, which is stored as the tag."""
        return str(self.__struct_config__.tag)
