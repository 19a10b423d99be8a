"""Polars alone: read a file of facts, typed as it comes, and write it out with the answer's columns beside it.

    python -m bench.peers.polars_copy IN ANSWERS.arrow OUT        (each CSV or Parquet, by its name)

It works nothing out. The answer's columns lie ready in an uncompressed Arrow file, the quickest thing to read.
"""

import sys

import polars as pl


def main(given: str, answers: str, out: str) -> None:
    facts = pl.read_csv(given, infer_schema_length=10_000) if given.endswith(".csv") else pl.read_parquet(given)
    copied = facts.hstack(pl.scan_ipc(answers).collect().get_columns())
    if out.endswith(".csv"):
        copied.write_csv(out)
    else:
        copied.write_parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
