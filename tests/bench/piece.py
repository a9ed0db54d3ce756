"""One bench in this process: `python -m tests.bench.piece NAME`."""

import asyncio
import contextlib
import io
import json
import logging
import os
import platform
import sys

from tests.bench.figures import Figure, table
from tests.rig.counted import module, results
from tests.rig.stage import stage


async def main(name: str) -> int:
    os.environ["DURABLE"] = "1"
    engine = stage().engine
    from tests.rig.database import migrated
    from tests.rig.server import Servers

    with contextlib.redirect_stdout(io.StringIO()):
        servers = Servers(await migrated())
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        figures: list[Figure] = await module("bench", "bench_", name).measure(servers)
    finally:
        servers.end()
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()[0]}
    report = {
        "bench": name,
        "engine": engine,
        "machine": machine,
        "figures": [figure.as_json() for figure in figures],
    }
    (results("bench") / f"{name}-{engine}.json").write_text(json.dumps(report, ensure_ascii=False, indent=1))
    print(f"\n{name} on {engine}\n{table(figures)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:2])))
