"""The guide to a service 办事指南, in words: within what term it is decided, and what it costs."""

from datetime import date
from typing import Any

import msgspec

from domain.services.facts import Facts
from domain.services.reader import read_form
from domain.services.service import Service
from domain.titles import Title


def example_facts(service: Service[Any], day: date) -> Facts:
    """The facts of the service's own example, as it would be sent on that day."""
    return read_form(msgspec.json.encode(service.example(day)), today=day).facts()


def term_of(service: Service[Any], day: date) -> Title:
    """The term in force on that day, from acceptance."""
    if service.term_words:
        return service.term_words
    days = service.decide_within.on(day)
    if not days:
        return Title("即时办结", "at once")
    longest = Title(f"{days}个工作日", f"{days} working day{'s' if days > 1 else ''}")
    if service.automatic:
        return Title(
            f"核对通过的即时办结，最长{longest.zh}", f"at once if all agrees; at most {longest.en}"
        )
    return Title(f"受理后{longest.zh}内", f"{longest.en} from acceptance")


def fee_of(service: Service[Any], day: date) -> Title:
    """The fee in force on that day for the service's own example, without postage."""
    if service.fee_words:
        return service.fee_words
    fen = service.fee(example_facts(service, day), day)
    if not fen:
        return Title("不收费", "free")
    return Title(f"{fen / 100:g}元", f"{fen / 100:g} yuan")
