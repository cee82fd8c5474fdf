"""Sets release.version of params.yaml, comments and all the rest untouched."""

import pathlib
import re
import sys

PARAMETERS = pathlib.Path("params.yaml")


def set_version(text, version):
    if not re.fullmatch(r"v\d+\.\d+\.\d+", version):
        raise ValueError(f"{version!r} is no version such as v1.2.0")
    changed, count = re.subn(r"(?m)^  version: \S+$", f"  version: {version}", text)
    if count != 1:
        raise ValueError(f"{PARAMETERS} has no release.version")
    return changed


def main():
    text = PARAMETERS.read_text("utf-8")
    PARAMETERS.write_bytes(set_version(text, sys.argv[1]).encode())


if __name__ == "__main__":
    main()
