"""Polars alone: read a file of facts, typed as it comes, and write it out with the answer's columns beside it.

    python -m bench.peers.polars_copy IN.csv ANSWERS.arrow OUT.csv

It works nothing out. The answer's columns lie ready in an uncompressed Arrow file, the quickest thing to read.
"""

import sys

import polars as pl


def main(given: str, answers: str, out: str) -> None:
    facts = pl.read_csv(given, infer_schema_length=10_000)
    facts.hstack(pl.scan_ipc(answers).collect().get_columns()).write_csv(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
