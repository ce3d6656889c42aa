"""Whether an application comes by a way that is for it (:mod:`domain.services.ways`)."""

from typing import Any

from domain.case.intake.refusals import HandlingWayUnfit
from domain.circumstances import Circumstances
from domain.services.choices import Channel
from domain.services.service import Service
from domain.services.ways import broken


def keep_to_the_way(channel: Channel, service: Service[Any], at: Circumstances) -> None:
    """Raises :class:`HandlingWayUnfit` for who, when and which the way of the channel is not."""
    if rule := broken(channel, at.by.role, service.archetype, at.now, at.calendar):
        raise HandlingWayUnfit(channel=channel, rule=rule)
