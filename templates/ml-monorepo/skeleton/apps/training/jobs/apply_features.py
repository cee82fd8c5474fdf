"""Registers the feature definitions, and takes none away.

`feast apply` removes what the definitions no longer name, and with it what a
model that still runs may read. Removing a feature is a step of its own, taken
by hand when nothing reads it (README.md).
"""

import os
import pathlib
import sys


def collect(directory):
    """Every object that the definitions make, in an order that Feast accepts."""
    from feast.repo_operations import parse_repo

    contents = parse_repo(pathlib.Path(directory))
    return [
        *contents.entities,
        *contents.data_sources,
        *contents.feature_views,
        *contents.stream_feature_views,
        *contents.on_demand_feature_views,
        *contents.feature_services,
    ]


def main():
    from jobs.stores import NotConfigured, open_store

    directory = pathlib.Path(sys.argv[1]).resolve()
    # Feast imports the definitions as modules of the working directory.
    os.chdir(directory)
    sys.path.insert(0, str(directory))
    try:
        store = open_store(directory, os.environ)
    except NotConfigured as error:
        sys.exit(str(error))
    objects = collect(directory)
    store.apply(objects)
    print(f"applied {len(objects)} objects to {store.project}")


if __name__ == "__main__":
    main()
