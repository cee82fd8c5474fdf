"""The files that the stages share: tables, parameters and JSON."""

import json
import pathlib

import yaml


def read_rows(path):
    """The rows of a CSV file without quotes, as dictionaries of strings."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    columns = lines[0].split(",")
    return [dict(zip(columns, line.split(","))) for line in lines[1:]]


def write_rows(path, columns, rows):
    lines = [",".join(columns)]
    lines += [",".join(str(row[column]) for column in columns) for row in rows]
    write_text(path, "\n".join(lines) + "\n")


def read_parameters(section):
    """A section of params.yaml."""
    return yaml.safe_load(pathlib.Path("params.yaml").read_text("utf-8"))[section]


def read_json(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def write_json(path, value):
    write_text(path, format_json(value) + "\n")


def write_text(path, text):
    target = pathlib.Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())


def format_json(value, margin=""):
    """JSON with two spaces of margin and six places after the point, so that
    the bytes don't depend on how a language prints a float."""
    inner = margin + "  "
    if isinstance(value, dict):
        items = [
            f"{inner}{json.dumps(key)}: {format_json(item, inner)}"
            for key, item in value.items()
        ]
        return "{\n" + ",\n".join(items) + f"\n{margin}}}"
    if isinstance(value, list):
        items = [inner + format_json(item, inner) for item in value]
        return "[\n" + ",\n".join(items) + f"\n{margin}]"
    if isinstance(value, float):
        return f"{value:.6f}"
    return json.dumps(value, ensure_ascii=False)
