"""The worker's outbox is that of the pages, as one classic script."""

import re

import pytest

from backend.foundation.web.assets.classic import BadScript, classic
from backend.foundation.web.assets.serving import tree

MODULES = {
    "js/a/entry.js": 'import { one, two as zwei } from "./numbers.js";\nimport { shout } from "../loud.js";\nexport const sum = () => shout(one + zwei());',
    "js/a/numbers.js": 'import {\n  shout,\n} from "../loud.js";\nexport const one = 1;\nasync function own() {}\nexport function two() { return 2; }',
    "js/loud.js": "const shout = (what) => `${what}!`;\nexport { shout };",
}


def test_each_module_stands_once_in_a_scope_of_its_own_before_who_takes_from_it() -> None:
    script = classic("js/a/entry.js", MODULES.__getitem__, "HOUSE")
    assert script.count("const shout = (what)") == 1
    assert script.index("const shout = (what)") < script.index("const one = 1") < script.index("const sum")
    assert "const { one, two: zwei } = module1;" in script
    assert "return { one, two };" in script
    assert script.endswith("self.HOUSE = module2;\n")


@pytest.mark.parametrize(
    "line", ['import all from "../loud.js";', "export default 1;", 'import "../loud.js";']
)
def test_what_it_does_not_understand_it_refuses(line: str) -> None:
    with pytest.raises(BadScript, match=r"js/x\.js"):
        classic("js/x.js", lambda _: line, "X")


def test_a_circle_is_refused() -> None:
    with pytest.raises(BadScript, match="by way of"):
        classic("js/x.js", lambda _: 'import { x } from "./x.js";', "X")


def test_the_worker_gets_the_outbox_before_its_own_rules_and_pages_do_not() -> None:
    script = tree().assets["js/sw/outbox.js"].body.decode()
    assert "self.OUTBOX=" in script
    assert not re.search(r"(?:^|[;}])\s*(?:import\s*\{|export\s)", script)
