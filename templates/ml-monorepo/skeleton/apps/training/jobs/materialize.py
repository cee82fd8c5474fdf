"""Puts the latest feature values into the online store, from the data that a
release was trained on (DATA_HASH), or from a file of this machine."""

import io
import os
import pathlib
import sys

PARQUET = "data/features.parquet"
LOCAL = "data/processed/features.csv"


def read_table(content):
    import pandas

    return pandas.read_csv(
        io.BytesIO(content),
        dtype={"account_id": "string", "merchant_id": "string"},
        parse_dates=["event_timestamp"],
    )


def load_content(environment):
    from objects import fetch

    digest = environment.get("DATA_HASH")
    return fetch(digest, environment) if digest else pathlib.Path(LOCAL).read_bytes()


def main():
    from jobs.stores import NotConfigured, open_store
    from objects import ObjectUnavailable

    directory = pathlib.Path(sys.argv[1]).resolve()
    try:
        table = read_table(load_content(os.environ))
        os.chdir(directory)
        store = open_store(directory, os.environ)
    except (NotConfigured, ObjectUnavailable) as error:
        sys.exit(str(error))
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is missing: run dvc repro or dvc pull")
    if not store.list_feature_views():
        sys.exit(f"{store.project} has no feature view yet: run jobs.apply_features")
    pathlib.Path(PARQUET).parent.mkdir(parents=True, exist_ok=True)
    table.to_parquet(PARQUET, index=False)
    first, last = table["event_timestamp"].min(), table["event_timestamp"].max()
    store.materialize(first.to_pydatetime(), last.to_pydatetime())
    print(f"materialized {len(table)} rows up to {last.isoformat()}")


if __name__ == "__main__":
    main()
