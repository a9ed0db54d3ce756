"""One piece of one trial in this process: `python -m tests.proof.piece NAME NUMBER`."""

import asyncio
import contextlib
import io
import json
import sys
import time

from tests.rig.counted import OutOfReach, module, results
from tests.rig.stage import stage


async def main(name: str, number: str) -> int:
    engine = stage().engine
    from tests.rig.database import migrated
    from tests.rig.server import Servers

    trial = module("proof", "trial_", name)
    wanted = trial.PIECES[int(number) - 1]
    with contextlib.redirect_stdout(io.StringIO()):
        servers = Servers(await migrated())
    begun = time.monotonic()
    try:
        counted = await trial.run(servers, **wanted)
    except OutOfReach as why:
        print(f"  {engine} piece {number}: not tried, {why}", flush=True)
        return 0
    finally:
        servers.end()
    report = {
        "trial": name,
        "engine": engine,
        "wanted": wanted,
        "counted": counted,
        "seconds": round(time.monotonic() - begun, 1),
    }
    (results("proof") / f"{name}-{engine}-{number}.json").write_text(
        json.dumps(report, ensure_ascii=False, indent=1)
    )
    told = ", ".join(f"{value:,} {what}" for what, value in counted.items())
    print(f"  {engine} piece {number}: {told} in {report['seconds']} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:3])))
