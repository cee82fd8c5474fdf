"""Asks the real Feast and the real Python, for feast.test.mjs.

Reads from stdin a JSON object:
  folders: definition repositories. Each is applied in a process of its own, forked
    after Feast is imported, by the same command line code as `feast apply`.
  expressions: Python expressions of our own.
  ignores: [folder, pattern] pairs for .feastignore.
Prints a JSON object:
  registries: folder -> {"exit": int, "output": str, "registry": {...}}
  values: the text of each expression's value
  files: the files that Feast would import, for each pair
"""

import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
os.environ["FEAST_USAGE"] = "False"

import pandas
from feast.cli.cli import cli
from feast.protos.feast.core.Registry_pb2 import Registry
from feast.repo_operations import get_repo_files
from google.protobuf.json_format import MessageToDict


def write_data(folder):
    now = pandas.Timestamp("2026-01-01", tz="UTC")
    pandas.DataFrame(
        {
            "driver_id": [1, 2],
            "event_timestamp": [now, now],
            "created": [now, now],
            "conv_rate": pandas.Series([0.5, 0.6], dtype="float32"),
            "acc_rate": pandas.Series([0.1, 0.2], dtype="float64"),
        }
    ).to_parquet(os.path.join(folder, "stats.parquet"))


def run_child(folder, log):
    fd = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(fd, 1)
    os.dup2(fd, 2)
    try:
        cli.main(
            ["-c", folder, "apply", "--skip-source-validation"],
            standalone_mode=True,
        )
    except SystemExit as stop:
        code = stop.code or 0
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 1)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", flush=True)
        os._exit(1)
    sys.stdout.flush()
    os._exit(0)


def read_registry(folder):
    path = os.path.join(folder, "registry.db")
    registry = Registry()
    if os.path.exists(path):
        with open(path, "rb") as file:
            registry.ParseFromString(file.read())
    return MessageToDict(
        registry,
        preserving_proto_field_name=True,
        always_print_fields_with_no_presence=True,
    )


def apply(folder):
    write_data(folder)
    with tempfile.NamedTemporaryFile("r", suffix=".log") as log:
        child = os.fork()
        if child == 0:
            run_child(folder, log.name)
        _, status = os.waitpid(child, 0)
        return {
            "exit": os.waitstatus_to_exitcode(status),
            "output": log.read()[-2000:],
            "registry": read_registry(folder),
        }


def list_files(folder, pattern):
    root = Path(folder).resolve()
    with open(root / ".feastignore", "w") as file:
        file.write(pattern)
    try:
        return [str(path.relative_to(root)) for path in get_repo_files(root)]
    except (NotImplementedError, ValueError, IndexError):
        return None


asked = json.load(sys.stdin)
answer = {
    "registries": {folder: apply(folder) for folder in asked["folders"]},
    "values": [str(eval(each)) for each in asked["expressions"]],
    "files": [list_files(*each) for each in asked["ignores"]],
}
print(json.dumps(answer))
