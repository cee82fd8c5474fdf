"""The release that a pod serves: what the release ConfigMap names, loaded by hash."""

import dataclasses
import functools
import json
import os

from objects import fetch
from scoring import evaluate


@dataclasses.dataclass(frozen=True)
class Release:
    name: str
    version: str
    model_hash: str
    data_hash: str
    model: dict

    def identity(self):
        return {"name": self.name, "version": self.version, "hash": self.model_hash}


def load_release(environment=os.environ, get=fetch):
    """Fetches the model; `get` answers the bytes of a hash."""
    digest = environment["MODEL_HASH"]
    return Release(
        name=environment["MODEL_NAME"],
        version=environment["MODEL_VERSION"],
        model_hash=digest,
        data_hash=environment["DATA_HASH"],
        model=json.loads(get(digest, environment)),
    )


def read_holdout(content):
    lines = content.decode().splitlines()
    columns = lines[0].split(",")
    rows = (dict(zip(columns, line.split(","))) for line in lines[1:])
    return [row for row in rows if row["split"] == "holdout"]


@functools.lru_cache(maxsize=1)
def evaluate_release(data_hash, model_text, get=fetch):
    """The held-out rows are fetched and judged once: they are what the hash says."""
    return evaluate(json.loads(model_text), read_holdout(get(data_hash)))


def describe_evaluation(release, get=fetch):
    measured = evaluate_release(
        release.data_hash, json.dumps(release.model, sort_keys=True), get
    )
    return {"model": release.identity(), **measured}
