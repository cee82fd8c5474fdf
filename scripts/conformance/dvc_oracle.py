"""Asks the real dvc, for dvc.*test.mjs. Reads a question as JSON from stdin."""

import json
import math
import os
import sys


def outputs(repository, revision):
    from dvc.repo import Repo

    with Repo.open(repository, rev=revision, uninitialized=True) as repo:
        return [
            {
                "path": (
                    repo.fs.relpath(out.fs_path, repo.root_dir)
                    if out.is_in_repo
                    else out.def_path
                ),
                "hash": out.hash_info.value if out.hash_info else None,
                "algorithm": out.hash_name if out.hash_info else None,
                "size": out.meta.size,
                "files": out.meta.nfiles,
                "stage": getattr(out.stage, "name", None),
                "remote": out.remote or repo.config["core"].get("remote"),
                "push": out.can_push,
                "cache": out.use_cache,
                "role": "metrics" if out.metric else "plots" if out.plot else "data",
            }
            for out in repo.index.outs
        ]


def values(repository, revision):
    from dvc.repo import Repo
    from dvc.repo.metrics.show import _gather_metrics
    from dvc.repo.params.show import _gather_params
    from dvc.utils.flatten import flatten

    def flat(result):
        return {
            path: flatten(file["data"]) if "data" in file else None
            for path, file in result.items()
        }

    with Repo.open(repository, rev=revision, uninitialized=True) as repo:
        return {
            "metrics": flat(_gather_metrics(repo)),
            "params": flat(_gather_params(repo)),
        }


def ignored(repository, paths):
    from dvc.repo import Repo

    with Repo(repository) as repo:
        return [
            repo.dvcignore.is_ignored_file(os.path.join(repository, path))
            for path in paths
        ]


def patterns(groups):
    from dvc.ignore import DvcIgnorePatterns

    def match(lines, paths):
        try:
            found = DvcIgnorePatterns(lines, "/r", "/")
        except Exception:
            return None
        return [
            found.matches(*os.path.split(os.path.join("/r", path))) for path in paths
        ]

    return [match(*group) for group in groups]


def scalars(texts):
    from dvc.utils.serialize._yaml import parse_yaml

    def plain(value):
        if isinstance(value, float) and not math.isfinite(value):
            return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
        if isinstance(value, int) and abs(value) > 2**53 - 1:
            return str(value)
        return value

    def read(text):
        try:
            return {"value": plain(parse_yaml("a: " + text + "\n", "f")["a"])}
        except Exception:
            return {"error": True}

    return [read(text) for text in texts]


def config(path):
    from dvc.config import Config, ConfigError

    try:
        return Config.load_file(path)
    except ConfigError:
        return None


question, *arguments = json.load(sys.stdin)
answer = globals()[question](*arguments)
json.dump(answer, sys.stdout, default=str)
