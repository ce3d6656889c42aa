"""Reads the forms of a page, as a browser without scripts has them."""

from html.parser import HTMLParser


class HtmlForm:
    """A form: where it goes, and its fields with the values that they have."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.method = attributes.get("method", "get")
        self.action = attributes.get("action")
        self.encoding = attributes.get("enctype", "")
        self.filled: dict[str, str] = {}
        self.names: list[str] = []
        self.buttons: dict[str, str] = {}
        self.options: dict[str, set[str]] = {}


class Forms(HTMLParser):
    """All forms of a page, the addresses of its links, and its text by id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[HtmlForm] = []
        self.links: list[str] = []
        self.by_id: dict[str, str] = {}
        self._form: HtmlForm | None = None
        self._select = ""
        self._ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self._ids.append(found["id"])
        match tag:
            case "a":
                self.links.append(found.get("href", ""))
            case "form":
                self._form = HtmlForm(found)
                self.forms.append(self._form)
            case "input" if self._form:
                self._input(self._form, found)
            case "button" if self._form and "name" in found:
                self._form.buttons[found["name"]] = found.get("value", "")
            case "select" if self._form:
                self._select = found["name"]
                self._form.names.append(self._select)
            case "option" if self._form:
                self._form.options.setdefault(self._select, set()).add(found["value"])
                if "selected" in found:
                    self._form.filled[self._select] = found["value"]

    def _input(self, form: HtmlForm, found: dict[str, str]) -> None:
        name = found.get("name", "")
        form.names.append(name)
        if found.get("type") == "radio":
            form.options.setdefault(name, set()).add(found["value"])
        if found.get("type") not in {"radio", "checkbox"} or "checked" in found:
            form.filled[name] = found.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def handle_data(self, data: str) -> None:
        if self._ids and data.strip():
            self.by_id.setdefault(self._ids[-1], data.strip())
