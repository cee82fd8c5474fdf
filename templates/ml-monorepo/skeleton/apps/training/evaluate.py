"""Stage evaluate: the model on the rows that training never saw."""

import sys

from files import read_json, read_rows, write_json
from scoring import evaluate

FEATURES = "data/processed/features.csv"
METRICS = "metrics/evaluation.json"


def main():
    rows = [row for row in read_rows(FEATURES) if row["split"] == "holdout"]
    write_json(METRICS, evaluate(read_json(sys.argv[1]), rows))


if __name__ == "__main__":
    main()
