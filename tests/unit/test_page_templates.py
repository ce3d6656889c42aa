"""The templates are read once, when the service starts."""

from importlib.resources import files
from pathlib import Path

from jinja2 import DictLoader

from api.pages.kit.answer import TEMPLATES


def test_every_template_is_in_memory_and_compiles() -> None:
    """A tree that is changed under a running service changes no page of it."""
    tree = Path(str(files("api.pages")))
    there = {str(file.relative_to(tree)) for file in tree.rglob("*.html")}
    assert isinstance(TEMPLATES.loader, DictLoader)
    assert set(TEMPLATES.list_templates()) == there
    for name in there:
        TEMPLATES.get_template(name)
    assert not TEMPLATES.auto_reload
