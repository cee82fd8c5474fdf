"""Finds what would break a sync, before it is merged."""

import pathlib
import sys

import yaml

JOBS = ("infra/base/feature-jobs.yaml", "infra/serving/materialize.yaml")
ENVIRONMENT_KEYS = ("cluster", "namespace", "revision")


def load(path):
    return yaml.safe_load(pathlib.Path(path).read_text("utf-8"))


def check_definitions():
    """The generator has no wildcard: a file that isn't listed is not applied."""
    present = {path.name for path in pathlib.Path("features/definitions").glob("*.py")}
    listed = load("features/kustomization.yaml")["configMapGenerator"][0]["files"]
    wanted = {"feature_store.yaml", *(f"definitions/{name}" for name in present)}
    if set(listed) != wanted:
        yield f"features/kustomization.yaml: files must be {', '.join(sorted(wanted))}"
    for path in JOBS:
        volumes = load(path)["spec"]["template"]["spec"]["volumes"]
        items = next(each["configMap"]["items"] for each in volumes if "configMap" in each)
        if {item["path"] for item in items} != wanted:
            yield f"{path}: items must restore {', '.join(sorted(wanted))}"


def check_environments():
    """One broken file stops all environments of its Argo CD instance."""
    for path in sorted(pathlib.Path("argocd").glob("*/environments/*.yaml")):
        try:
            environment = load(path)
        except yaml.YAMLError as error:
            yield f"{path.as_posix()}: {error}"
            continue
        if not isinstance(environment, dict):
            environment = {}
        for key in ENVIRONMENT_KEYS:
            if not isinstance(environment.get(key), str):
                yield f"{path.as_posix()}: {key} must be a text (quote it)"
        if not pathlib.Path("infra", path.stem, "kustomization.yaml").is_file():
            yield f"{path.as_posix()}: infra/{path.stem} has no overlay"


def check_thresholds():
    """The analysis of a rollout asks what the model's descriptor promises."""
    analysis = load("infra/serving/analysis.yaml")
    asked = analysis["spec"]["metrics"][0]["successCondition"]
    for path in sorted(pathlib.Path("models").glob("*.yaml")):
        limit = load(path)["thresholds"]["roc_auc"]["min"]
        if asked != f"result >= {limit}":
            yield f"infra/serving/analysis.yaml: successCondition must be result >= {limit}, as {path.as_posix()} has it"


def check():
    return [*check_definitions(), *check_environments(), *check_thresholds()]


def main():
    problems = check()
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
