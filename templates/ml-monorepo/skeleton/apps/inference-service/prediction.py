"""A transaction's features, and what the model says of them."""

import json
import os
import urllib.request

from scoring import is_night, score, to_seconds

FEATURE_SERVICE = "transaction_scoring"
TIMEOUT_SECONDS = 2


class FeaturesUnavailable(Exception):
    """Why a transaction can't be given its features."""


def ask_feature_server(url, account_id, merchant_id):
    """What Feast's feature server has for the account and the merchant."""
    question = {
        "feature_service": FEATURE_SERVICE,
        "entities": {"account_id": [account_id], "merchant_id": [merchant_id]},
    }
    request = urllib.request.Request(
        f"{url.rstrip('/')}/get-online-features",
        data=json.dumps(question).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            body = json.load(answer)
    except OSError as error:
        raise FeaturesUnavailable(f"{url} can't be reached: {error}") from error
    names = body["metadata"]["feature_names"]
    return {
        name: result["values"][0] for name, result in zip(names, body["results"])
    }


def load_features(transaction, environment=os.environ, ask=ask_feature_server):
    """The features that the caller sent, else the feature server's."""
    if transaction.get("features") is not None:
        return transaction["features"]
    url = environment.get("FEATURE_SERVER_URL")
    if not url:
        raise FeaturesUnavailable(
            "send features, or set FEATURE_SERVER_URL in infra/serving/settings.env"
        )
    return ask(url, transaction["account_id"], transaction["merchant_id"])


def to_row(transaction, features):
    """One row as training has it; what nobody has seen yet counts 0, as there."""
    known = {name: value for name, value in features.items() if value is not None}
    return {
        "account_transactions": 0,
        "account_mean_cents": 0,
        "merchant_transactions": 0,
        "merchant_fraud_per_mille": 0,
        **known,
        "amount_cents": transaction["amount_cents"],
        "abroad": int(transaction["abroad"]),
        "card_present": int(transaction["card_present"]),
        "night": is_night(to_seconds(transaction["event_timestamp"])),
    }


def predict(release, transaction, features):
    probability = score(release.model, to_row(transaction, features))
    return {
        "model": release.identity(),
        "probability": probability,
        "is_fraud": probability >= release.model["threshold"],
    }
