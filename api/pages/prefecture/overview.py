"""The city as it stands today, what it may decide next, and what it has decided."""

from collections.abc import Sequence

from starlette.responses import Response

from api.pages.kit.answer import render
from api.pages.kit.places import office_text
from api.pages.kit.viewer import Viewer
from api.pages.prefecture.centre.standing import seen_by
from api.pages.prefecture.city import DecidingCity
from api.pages.prefecture.past import past
from api.pages.prefecture.standing import facts, offices, upcoming
from api.views.decision_preview import ROWS
from domain.offices.tree import REGIONS
from domain.prefectures.words import WORDS
from domain.recorded_event import RecordedEvent
from projections.improvements.queries import ImprovementsStand


def _of_the_same(history: Sequence[RecordedEvent], last: int | None) -> list[RecordedEvent]:
    """The decision itself, where what followed from it stands last in the same append."""
    cause = next((each.envelope.cause for each in history if each.version == last), None)
    return [each for each in history if cause and each.envelope.cause == cause][:1]


def overview(
    viewer: Viewer,
    city: DecidingCity,
    done: int | None,
    county: str | None,
    improvements: ImprovementsStand,
) -> Response:
    """A ``county`` that the city does not have, as after another city was chosen, is none."""
    actor = city.identity.actor
    told = past(city.history, city.region, viewer.language)
    standing = offices(city.state, city.region, city.today)
    return render(
        viewer,
        "prefecture/prefecture.html",
        who=actor.role.text(viewer.language),
        office=office_text(actor.office, viewer.language) if actor.office else None,
        region=city.region,
        regions=REGIONS,
        title=REGIONS[city.region].title,
        today=city.today,
        facts=facts(city.state, city.today),
        ahead=upcoming(city.state, city.today),
        own=[each for each in standing if not each.county],
        counties=[each for each in standing if each.county],
        county=next((each for each in standing if each.county and each.office.id == county), None),
        decisions=[(name, WORDS.commands[ROWS[name].command.__name__]) for name in city.decisions],
        past=told,
        done=past(_of_the_same(city.history, done), city.region, viewer.language),
        stream=city.opened.stream,
        improvements=improvements,
        centre_seen=city.region in seen_by(actor),
    )
