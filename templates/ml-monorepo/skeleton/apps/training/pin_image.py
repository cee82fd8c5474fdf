"""Writes an image's digest into infra/base: a commit can't name the image that
is built from it, so the publish workflow proposes the next one."""

import pathlib
import re
import sys

BASE = pathlib.Path("infra/base/kustomization.yaml")


def pin(text, image, digest):
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", digest):
        raise ValueError(f"{digest!r} is no digest such as sha256:0123…")
    entry = rf"(  - name: {re.escape(image)}\n    newName: \S+\n    )(?:newTag|digest): \S+"
    changed, count = re.subn(entry, rf"\g<1>digest: {digest}", text)
    if count != 1:
        raise ValueError(f"{BASE} has no image {image}")
    return changed


def main():
    image, digest = sys.argv[1:]
    BASE.write_bytes(pin(BASE.read_text("utf-8"), image, digest).encode())


if __name__ == "__main__":
    main()
