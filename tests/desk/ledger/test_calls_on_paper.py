"""紧急支援时间链 on the ledger's page: each moment, who, and whether it was a drill."""

from pathlib import Path

import pytest

from tests.desk.ledger.test_paper import printed
from tests.field.assists.calls import Calls
from tests.field.assists.test_chain import told
from tests.field.street import Street

pytestmark = pytest.mark.usefixtures("press")


async def test_it_is_printed_with_the_ledgers_page(street: Street, tmp_path: Path) -> None:
    patrol = await told(Calls(street), exercise=True)
    words = (await printed(street, tmp_path, patrol)).words()
    for said in ("紧急支援时间链", "【演练】围堵阻碍", "12:00:38", "已接警", "周青岩", "带离两人"):
        assert said in words, said


async def test_without_a_call_the_paper_says_nothing_of_it(street: Street, tmp_path: Path) -> None:
    words = (await printed(street, tmp_path, await street.patrol())).words()
    assert "紧急支援时间链" not in words
