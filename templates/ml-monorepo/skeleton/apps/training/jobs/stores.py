"""Opens a Feast repository with the registry and the online store of the place
where it runs."""

import pathlib

import yaml

REGISTRY = "FEAST_REGISTRY"
ONLINE_STORE = "FEAST_ONLINE_STORE"


class NotConfigured(Exception):
    """Which setting is missing, and where it belongs."""


def configure(configuration, environment, in_cluster):
    """feature_store.yaml's content with what the environment names put in.

    FEAST_REGISTRY is an SQLAlchemy URL or a path, FEAST_ONLINE_STORE a Redis
    connection string such as `redis:6379`. In a cluster both must be there: a
    local file would be gone with the pod.
    """
    missing = [key for key in (REGISTRY, ONLINE_STORE) if not environment.get(key)]
    if in_cluster and missing:
        raise NotConfigured(
            f"{' and '.join(missing)} not set: the Secret that README.md names holds them"
        )
    changed = dict(configuration)
    registry = environment.get(REGISTRY)
    if registry:
        kind = "sql" if "://" in registry else "file"
        changed["registry"] = {"registry_type": kind, "path": registry}
    online = environment.get(ONLINE_STORE)
    if online:
        changed["online_store"] = {"type": "redis", "connection_string": online}
    return changed


def is_in_cluster(environment):
    return "KUBERNETES_SERVICE_HOST" in environment


def open_store(directory, environment):
    """The feature store of a folder, which is the working directory: the
    definitions name their files relative to it."""
    from feast import FeatureStore, RepoConfig

    text = pathlib.Path(directory, "feature_store.yaml").read_text("utf-8")
    changed = configure(
        yaml.safe_load(text), environment, is_in_cluster(environment)
    )
    config = RepoConfig(**changed, repo_path=pathlib.Path(directory))
    return FeatureStore(config=config)
