"""Data and models by their hash, from DVC's remote over HTTP. The inference
service is built with this same file."""

import base64
import hashlib
import os
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 60


class ObjectUnavailable(Exception):
    """Why an object is not there, and what to do."""


def url_of(remote, digest):
    """Where DVC 3 keeps the object of a hash such as `md5:0123…`."""
    algorithm, _, value = digest.partition(":")
    if algorithm != "md5" or len(value) != 32:
        raise ObjectUnavailable(f"{digest!r} is not a hash such as md5:0123…")
    return f"{remote.rstrip('/')}/files/md5/{value[:2]}/{value[2:]}"


def headers_of(environment):
    user = environment.get("DVC_REMOTE_USER")
    if not user:
        return {}
    pair = f"{user}:{environment.get('DVC_REMOTE_PASSWORD', '')}"
    return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}


def fetch(digest, environment=os.environ):
    """The bytes with that hash; what has another hash is refused."""
    remote = environment.get("DVC_REMOTE_URL")
    if not remote:
        raise ObjectUnavailable("DVC_REMOTE_URL is not set: see infra/serving/settings.env")
    url = url_of(remote, digest)
    request = urllib.request.Request(url, headers=headers_of(environment))
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            content = answer.read()
    except urllib.error.HTTPError as error:
        remedy = "run dvc push" if error.code == 404 else "see to the remote's password"
        raise ObjectUnavailable(f"{url} answers {error.code}: {remedy}") from error
    except OSError as error:
        raise ObjectUnavailable(f"{url} can't be reached: {error}") from error
    found = "md5:" + hashlib.md5(content).hexdigest()
    if found != digest:
        raise ObjectUnavailable(f"{url} holds {found}: push the data again")
    return content
