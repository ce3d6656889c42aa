"""A line of the table of window services."""

from dataclasses import dataclass
from typing import Final

from domain.law import Law
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.blocks.business import Business
from domain.services.checks.check import Check
from domain.services.choices import Capacity, UserKind
from domain.services.window.driver_effects import admitted, granted
from domain.services.window.effects import exchanged, moved_in, registered, transferred
from domain.services.window.end import End
from domain.services.window.matter import Matter, Power
from domain.services.window.opening import ANY_TIME, STEPS
from domain.services.window.originals import Original
from domain.titles import Title

_OF_REGISTRANTS: Final = frozenset(
    {registered, moved_in, transferred, exchanged, admitted, granted}
)
"""The effects by which somebody gets a vehicle, another number, a licence or a permit."""
SEEN: Final = "✓"
"""Stands behind an article whose text was read and not only remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowService:
    """One service of the windows. ``days`` are working days, or None where the law names none."""

    number: str
    code: str
    title: Title
    matter: Matter
    opens: WindowGroup
    outcome: Archetype
    days: int | None
    basis: str
    end: End

    @property
    def law(self) -> Law:
        """The article of the term. One that was not at hand is never quoted to a citizen."""
        source, _, article = self.basis.removesuffix(SEEN).partition(":")
        return Law(source, article, verified=self.basis.endswith(SEEN))

    @property
    def checks(self) -> tuple[Check, ...]:
        kept = (each for each in self.matter.checks if each not in self.end.without)
        return (*self.end.checks, *kept)

    @property
    def originals(self) -> tuple[Original, ...]:
        """What everybody shows."""
        return (*self.matter.originals, *self.end.originals)

    def asked_of(self, reissue: Business | None) -> tuple[Original, ...]:
        """What is shown by whoever has lost the document, and by whoever has it still."""
        if reissue is None:
            return self.originals
        lost = reissue is Business.REISSUE
        return (*self.originals, *(self.end.if_lost if lost else self.end.handed_in))

    @property
    def capacities(self) -> tuple[Capacity, ...]:
        alone = None in self.end.in_person
        return tuple(
            each for each in self.matter.capacities if not (alone and each is Capacity.AGENT)
        )

    @property
    def user_kinds(self) -> frozenset[UserKind]:
        person = frozenset({UserKind.REAL_NAME})
        return person | {UserKind.UNIT} if self.matter.units else person

    @property
    def power(self) -> Power:
        return Power.PROVINCE if self.end.province else self.matter.power

    @property
    def step(self) -> Title:
        """When its window opens in a class-two area, in words."""
        if self.end.green:
            return ANY_TIME
        return self.end.step or STEPS[self.opens]

    @property
    def first_licence(self) -> bool:
        return self.matter.first_licence

    @property
    def names_registrant(self) -> bool:
        """Whether the register gets a vehicle, a number, a licence or a permit of his by it."""
        return self.end.effect in _OF_REGISTRANTS

    @property
    def on_permit(self) -> bool:
        """Whether it is about the applicant's learner's permit."""
        return self.end.subject is not None or self.end.effect is admitted

    @property
    def taken_in(self) -> bool:
        """Whether the register or the case can show what is decided, so that windows take it in."""
        return self.end.effect is not None or self.end.on_file
