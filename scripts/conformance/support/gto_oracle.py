"""Answers questions about repositories with the real gto.

One JSON request a line on stdin, one JSON answer a line on stdout:
  {"op": "read", "repo": DIR}
      -> {"show", "history", "artifacts"} or {"error": CLASS}
  {"op": "act", "repo": DIR, "at": SECONDS, "action": NAME, "args": {...}}
      -> {"done": true} or {"refused": CLASS}
  {"op": "locate", "repo": DIR, "name": NAME, "commit": OID}
      -> {"path", "hash", "size"} as DVC has the artifact at that commit, or
         {"missing": true}
"""

import contextlib
import io
import json
import sys
import time

import gto.api
from dvc.repo import Repo
from dvc.repo.artifacts import ArtifactNotFoundError
from gto.exceptions import GTOException


def describe_version(version):
    return {
        "version": version.version,
        "commit": version.commit_hexsha,
        "registered": version.is_registered,
        "discovered": version.discovered,
        "active": version.is_active,
        "ref": version.ref,
        "at": version.created_at.isoformat(),
        "stages": [
            {
                "stage": stage.stage,
                "active": stage.is_active,
                "assignments": [event.tag for event in stage.assignments],
            }
            for stage in version.stages.values()
        ],
    }


def read(repo):
    state = gto.api._get_state(repo)
    return {
        "show": gto.api.show(repo, deprecated=True),
        "history": [
            {**event, "timestamp": event["timestamp"].isoformat()}
            for event in gto.api.history(repo)
        ],
        "artifacts": {
            name: [describe_version(version) for version in artifact.versions]
            for name, artifact in state.get_artifacts().items()
        },
    }


def act(request):
    real = time.time
    # gto lets its Git library stamp the tag with the present.
    time.time = lambda: request["at"]
    try:
        getattr(gto.api, request["action"])(request["repo"], **request["args"])
    except GTOException as error:
        return {"refused": type(error).__name__}
    finally:
        time.time = real
    return {"done": True}


def locate(request):
    with Repo(request["repo"], rev=request["commit"]) as repo:
        try:
            path = repo.artifacts.get_path(request["name"])
        except ArtifactNotFoundError:
            return {"missing": True}
        for out in repo.index.outs:
            if repo.fs.relpath(out.fs_path, repo.root_dir) == path:
                return {
                    "path": path,
                    "hash": out.hash_info.value,
                    "size": out.meta.size,
                }
    return {"path": path, "hash": None, "size": None}


def answer(request):
    try:
        if request["op"] == "locate":
            return locate(request)
        if request["op"] == "act":
            return act(request)
        return read(request["repo"])
    except Exception as error:  # gto's own failures are answers here
        return {"error": type(error).__name__, "message": str(error)}


for line in sys.stdin:
    with contextlib.redirect_stdout(io.StringIO()):
        result = answer(json.loads(line))
    print(json.dumps(result), flush=True)
