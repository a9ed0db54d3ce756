"""Handing the list out as a file."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from litestar import Response

from backend.foundation.now import local
from backend.foundation.web.files import XLSX, kept_as
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.reach import Whose
from backend.office.matters.queries.standing import standing_list
from backend.office.matters.rules.comparing import RowFault, Standing
from backend.office.matters.sheet.writing import write_faults, write_list


async def list_file(whose: Whose, at: datetime) -> Response[bytes]:
    """示范镇行政执法事项清单20261120.xlsx"""
    return await _listed(
        whose, await standing_list(whose.id), f"{whose.name}行政执法事项清单{local(at):%Y%m%d}.xlsx"
    )


async def blank_file(whose: Whose) -> Response[bytes]:
    return await _listed(whose, {}, "行政执法事项清单模板.xlsx")


async def faults_file(faults: Sequence[RowFault]) -> Response[bytes]:
    """Every fault with its row, to be worked off beside the list."""
    return _file(await asyncio.to_thread(write_faults, faults), "清单导入错误.xlsx")


async def _listed(whose: Whose, entries: Mapping[str, Standing], name: str) -> Response[bytes]:
    directory = await directory_of(whose.id)
    return _file(await asyncio.to_thread(write_list, entries, directory), name)


def _file(data: bytes, name: str) -> Response[bytes]:
    headers = {
        "Content-Disposition": kept_as(name),
        "Cache-Control": "no-store",
    }
    return Response(data, media_type=XLSX, headers=headers)
