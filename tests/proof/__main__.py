"""The counted trials in full: `python -m tests.proof [NAME] [PIECE]`, on both engines unless ENGINE names one.

A trial is a file `tests/proof/trial_NAME.py` with
    SMALL                        the counts of `make test`, e.g. {"kills": 5}; without it `make test` leaves the trial out
    SMALL_ON                     the one engine `make test` runs it on, where the engine is not what is tried
    PIECES                       the full counts, cut so that each ends within nine minutes, e.g. ({"kills": 250},) * 4
    async def run(servers, **counts) -> dict[str, int]
                                 tries it on servers of its own; returns what was counted; raises AssertionError,
                                 or OutOfReach (tests.rig.counted) where this machine has not what it takes
Its docstring's first line says what is proven. What a piece counted is written to var/proof/NAME-ENGINE-PIECE.json.
"""

import sys

from tests.rig.counted import chosen, engines, module, run_piece


def main(wanted: str = "", piece: str = "") -> int:
    broken = []
    for name in chosen("proof", "trial_", wanted):
        trial = module("proof", "trial_", name)
        print(f"\n{name}: {(trial.__doc__ or '').splitlines()[0]}", flush=True)
        numbers = [piece] if piece else [str(number) for number in range(1, len(trial.PIECES) + 1)]
        for engine in engines():
            broken += [
                f"{name}-{engine}-{number}"
                for number in numbers
                if not run_piece("proof", name, number, engine=engine)
            ]
    print(f"\n{'nothing broke' if not broken else 'broken: ' + ', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
