"""What a model is given and what it says. The inference service is built with this
same file, so that training and serving cannot differ.

Additions, products and quotients in a fixed order only: results have the same
bits on every machine.
"""

import datetime


def to_seconds(timestamp):
    moment = datetime.datetime.strptime(timestamp, "%Y-%m-%dT%H:%M:%SZ")
    return int(moment.replace(tzinfo=datetime.timezone.utc).timestamp())


def is_night(seconds):
    """1 from midnight to six, UTC."""
    return int(seconds // 3600 % 24 < 6)


def sigmoid(value):
    """1 / (1 + exp(-value)), by (1 + x / 4096) ** 4096."""
    bounded = min(max(value, -30.0), 30.0)
    power = 1.0 - bounded / 4096.0
    for _ in range(12):
        power *= power
    return 1.0 / (1.0 + power)


def standardize(model, row):
    return [
        (float(row[feature]) - mean) / scale
        for feature, mean, scale in zip(
            model["features"], model["means"], model["scales"]
        )
    ]


def score(model, row):
    """How probable fraud is, 0 to 1."""
    total = model["bias"]
    for weight, value in zip(model["weights"], standardize(model, row)):
        total += weight * value
    return sigmoid(total)


def ratio(part, whole):
    return part / whole if whole else 0.0


def roc_auc(scores, labels):
    """The share of pairs that are in the right order; ties count half."""
    ranked = sorted(zip(scores, labels))
    positives = sum(labels)
    negatives = len(labels) - positives
    doubled = below = index = 0
    while index < len(ranked):
        end = index
        while end < len(ranked) and ranked[end][0] == ranked[index][0]:
            end += 1
        hits = sum(label for _, label in ranked[index:end])
        misses = end - index - hits
        doubled += hits * (2 * below + misses)
        below += misses
        index = end
    return ratio(doubled, 2 * positives * negatives)


def evaluate(model, rows):
    """What the model is worth on rows whose outcome is known."""
    scores = [score(model, row) for row in rows]
    labels = [int(row["is_fraud"]) for row in rows]
    pairs = [
        (value >= model["threshold"], label == 1)
        for value, label in zip(scores, labels)
    ]
    found = pairs.count((True, True))
    flagged = found + pairs.count((True, False))
    frauds = sum(labels)
    precision = ratio(found, flagged)
    recall = ratio(found, frauds)
    squares = 0.0
    for value, label in zip(scores, labels):
        squares += (value - label) * (value - label)
    return {
        "rows": len(rows),
        "frauds": frauds,
        "accuracy": ratio(found + pairs.count((False, False)), len(rows)),
        "precision": precision,
        "recall": recall,
        "f1": ratio(2.0 * precision * recall, precision + recall),
        "roc_auc": roc_auc(scores, labels),
        "brier": ratio(squares, len(rows)),
    }
