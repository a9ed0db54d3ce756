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
def test_a_form_that_a_script_sends_puts_nothing_into_the_address_without_it(path: Path) -> None:
    """Tapped before its script is there, a form without a method goes to the page itself with all that was typed."""
    bare = [
        form
        for form in SENT_BY_SCRIPT.findall(text(path))
        if not re.search(r'\smethod="(dialog|post)"', form)
    ]
    assert bare == []
