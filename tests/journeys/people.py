"""Leave, borrowings and equipment of the demo, and whose eyes see them."""

from typing import Final

from backend.demo.ids import demo_id

LEAVES: Final = [str(demo_id("leave", name)) for name in ("年休假三天", "半天事假")]
BORROWINGS: Final = [str(demo_id("borrowing", name)) for name in ("县公安局临时抽调", "县市场监管局专班")]
THINGS: Final = [str(demo_id("equipment", number)) for number in ("DSJ-A02", "DSJ-A03")]
PEOPLE: Final = {
    "leave_id": LEAVES,
    "borrowing_id": BORROWINGS,
    "thing_id": THINGS,
    "attachment_id": [str(demo_id("attachment", "shichang"))],
}


def others_see(by_reader: dict[str, list[str]]) -> None:
    """Absences of others are for who decides about them; the lists look another way to each."""
    absent = [f"/leaves/{each}" for each in LEAVES] + [f"/borrowings/{each}" for each in BORROWINGS]
    by_reader["duiyuan"] = [each for each in by_reader["duiyuan"] if each not in absent]
    by_reader["zhenzhang"] += ["/people", "/leaves", "/borrowings", *absent]
    by_reader["duizhang"] += ["/people", "/leaves", "/borrowings", "/equipment", f"/equipment/{THINGS[0]}"]
