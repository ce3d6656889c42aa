"""A short run over the description: no 5xx, no undescribed status, no answer off its schema.

Everything, as every role: ``python -m tests.fuzz --minutes 10``.
"""

from pathlib import Path

from domain.people import Role
from tests.conftest import fresh_database
from tests.fuzz.office import fuzzed
from tests.fuzz.passes import passes


def test_whatever_the_description_allows_is_answered_as_it_says(
    postgres_server: str, migrated_template: str, tmp_path: Path
) -> None:
    with (
        fresh_database(postgres_server, migrated_template) as url,
        fuzzed(url, tmp_path / "secrets") as office,
    ):
        found = passes(
            office, tmp_path, 8, roles=(Role.APPLICANT, Role.SUPERVISOR), phases="examples"
        )
        failed = [each.failed for each in found if each.failed]
    assert failed == []
