"""Stage train: a logistic regression, by gradient descent row by row."""

import math
import sys

from files import read_parameters, read_rows, write_json
from scoring import evaluate, sigmoid, standardize

FEATURES = "data/processed/features.csv"
METRICS = "metrics/training.json"


def measure(rows, feature):
    """Mean and standard deviation; 1 for a feature that never changes."""
    total = 0
    squares = 0
    for row in rows:
        value = int(row[feature])
        total += value
        squares += value * value
    count = len(rows)
    # In integers as far as possible: no cancellation, no order of summing.
    variance = float(count * squares - total * total) / float(count * count)
    return total / count, math.sqrt(variance) or 1.0


def train(rows, features, epochs, learning_rate, l2, positive_weight, threshold):
    measures = [measure(rows, feature) for feature in features]
    model = {
        "kind": "logistic-regression",
        "features": list(features),
        "means": [mean for mean, _ in measures],
        "scales": [scale for _, scale in measures],
    }
    inputs = [standardize(model, row) for row in rows]
    labels = [int(row["is_fraud"]) for row in rows]
    weights = [0.0] * len(features)
    bias = 0.0
    for epoch in range(epochs):
        rate = learning_rate / (1.0 + epoch)
        for values, label in zip(inputs, labels):
            total = bias
            for weight, value in zip(weights, values):
                total += weight * value
            step = rate * (sigmoid(total) - label)
            if label:
                step *= positive_weight
            bias -= step
            for index, value in enumerate(values):
                weights[index] -= step * value + rate * l2 * weights[index]
    return {**model, "weights": weights, "bias": bias, "threshold": threshold}


def main():
    parameters = read_parameters("train")
    rows = [row for row in read_rows(FEATURES) if row["split"] == "train"]
    model = train(rows, **parameters)
    write_json(sys.argv[1], model)
    write_json(METRICS, evaluate(model, rows))


if __name__ == "__main__":
    main()
