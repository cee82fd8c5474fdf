"""Stage describe: the release's identity, which the pods are given.

MODEL_HASH and DATA_HASH are DVC's; FEATURES_DIGEST is the sha256 of a line
`<path> NUL <sha256 of the bytes> LF` for each file of features/, by path.
"""

import hashlib
import pathlib
import sys

from files import read_parameters, write_text

DATA = "data/processed/features.csv"
FEATURES = "features"
RELEASE = "infra/serving/release.env"
# What local runs of Feast and Python leave there; .dvcignore has the same.
LEFT_OUT = {"data", "__pycache__"}


def md5_of(path):
    return "md5:" + hashlib.md5(pathlib.Path(path).read_bytes()).hexdigest()


def list_files(root):
    paths = [path for path in pathlib.Path(root).rglob("*") if path.is_file()]
    return sorted(
        path.as_posix() for path in paths if not LEFT_OUT & set(path.parts)
    )


def digest_of(root):
    whole = hashlib.sha256()
    for path in list_files(root):
        content = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
        whole.update(f"{path}\0{content}\n".encode())
    return "sha256:" + whole.hexdigest()


def describe(name, version, model):
    values = {
        "MODEL_NAME": name,
        "MODEL_VERSION": version,
        "MODEL_HASH": md5_of(model),
        "DATA_HASH": md5_of(DATA),
        "FEATURES_DIGEST": digest_of(FEATURES),
    }
    return "".join(f"{key}={value}\n" for key, value in values.items())


def main():
    name, model = sys.argv[1:]
    version = read_parameters("release")["version"]
    write_text(RELEASE, describe(name, version, model))


if __name__ == "__main__":
    main()
