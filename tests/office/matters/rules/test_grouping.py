"""Faults told once with all their rows."""

import pytest

from backend.office.matters.rules.comparing import WHOLE, RowFault
from backend.office.matters.rules.grouping import grouped, rows_words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([2], "第2行"),
        ([2, 3, 4, 9], "第2—4、9行"),
        ([9, 2, 3], "第2—3、9行"),
        (range(2, 5002), "第2—5001行"),
        (range(2, 30, 2), "第2、4、6、8、10、12、14、16、18、20、22、24等行"),
        ([WHOLE], "整表"),
    ],
)
def test_rows_are_told_in_spans(rows: list[int], words: str) -> None:
    assert rows_words(list(rows)) == words


def test_the_most_frequent_fault_stands_first() -> None:
    faults = [
        RowFault(7, "code", "写上事项编码"),
        *(RowFault(row, "name", "写上事项名称") for row in range(2, 12)),
    ]
    assert [(group.field, group.count, group.rows) for group in grouped(faults)] == [
        ("name", 10, "第2—11行"),
        ("code", 1, "第7行"),
    ]
