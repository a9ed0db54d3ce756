"""Every template compiles with the filters it will have, and every page says what it is."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.house.tree import ours, text
from tests.rig.cast import app

TEMPLATES = [path for path in ours(".html") if path.parts[0] == "templates"]
PAGES = [path for path in TEMPLATES if "{% extends" in text(path)]
TITLE = re.compile(r"{%-? *block title *-?%}(.*?){%-? *endblock", re.DOTALL)
SENT_BY_SCRIPT = re.compile(r"<form(?=[^>]*\sdata-url)[^>]*>")
OF_API = re.compile(r'<form(?=[^>]*data-behaviour="[^"]*\b(?:api-form|material-form)\b)[^>]*>')
JSON = re.compile(r"\|\s*tojson\b[^}]*")
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:")


@pytest.fixture(scope="module")
def environment() -> Environment:
    engine = app().template_engine
    assert engine is not None
    found: Environment = engine.engine
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_it_compiles(path: Path, environment: Environment) -> None:
    environment.get_template(str(path).removeprefix("templates/"))


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_has_a_title(path: Path) -> None:
    found = TITLE.search(text(path))
    assert found, "{% block title %}…{% endblock %}"
    assert found.group(1).strip()


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_nothing_is_inline_that_the_content_policy_would_refuse(path: Path) -> None:
    assert INLINE.findall(text(path)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_record_is_made_by_a_script_or_not_at_all(path: Path) -> None:
    """The API takes no form: sent by the browser itself, it would be refused with all that was typed."""
    assert [form for form in OF_API.findall(text(path)) if 'method="dialog"' not in form] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_what_stands_in_an_attribute_as_json_is_escaped(path: Path) -> None:
    """`tojson` counts as safe and leaves its quotation marks: they would end the attribute."""
    assert [found for found in JSON.findall(text(path)) if "forceescape" not in found] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_form_that_a_script_sends_puts_nothing_into_the_address_without_it(path: Path) -> None:
    """Tapped before its script is there, a form without a method goes to the page itself with all that was typed."""
    bare = [
        form
        for form in SENT_BY_SCRIPT.findall(text(path))
        if not re.search(r'\smethod="(dialog|post)"', form)
    ]
    assert bare == []
