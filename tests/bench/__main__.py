"""Measure and print: `python -m tests.bench [NAME]`, on both engines unless ENGINE names one.

A bench is a file `tests/bench/bench_NAME.py` with
    async def measure(servers) -> list[Figure]      (tests.bench.figures)
Each figure carries the limit this machine allowed in the same run. The table goes to var/bench/NAME-ENGINE.json.
"""

import sys

from tests.rig.counted import chosen, engines, run_piece


def main(wanted: str = "") -> int:
    broken = [
        f"{name} on {engine}"
        for name in chosen("bench", "bench_", wanted)
        for engine in engines()
        if not run_piece("bench", name, engine=engine)
    ]
    if broken:
        print(f"\nnot measured: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
