"""Stage featurize: for each transaction what was known when it happened.

An account's and a merchant's values count the transactions of the window before
this one, never this one itself and nothing later.
"""

import collections

from files import read_parameters, read_rows, write_rows
from scoring import is_night, to_seconds

PREPARED = "data/processed/transactions.csv"
FEATURES = "data/processed/features.csv"
COLUMNS = (
    "transaction_id",
    "account_id",
    "merchant_id",
    "event_timestamp",
    "split",
    "amount_cents",
    "abroad",
    "card_present",
    "night",
    "account_transactions",
    "account_mean_cents",
    "merchant_transactions",
    "merchant_fraud_per_mille",
    "is_fraud",
)


class Window:
    """The sum of what happened in the last seconds, by key."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.events = collections.defaultdict(collections.deque)
        self.totals = collections.defaultdict(int)

    def look(self, key, now):
        events = self.events[key]
        while events and events[0][0] < now - self.seconds:
            self.totals[key] -= events.popleft()[1]
        return len(events), self.totals[key]

    def add(self, key, now, value):
        self.events[key].append((now, value))
        self.totals[key] += value


def featurize(rows, window_days, holdout_percent):
    """The last rows are held out: a model is judged on what came later."""
    accounts = Window(window_days * 86400)
    merchants = Window(window_days * 86400)
    training = len(rows) - len(rows) * holdout_percent // 100
    for index, row in enumerate(rows):
        now = to_seconds(row["event_timestamp"])
        amount = int(row["amount_cents"])
        account_count, account_cents = accounts.look(row["account_id"], now)
        merchant_count, merchant_frauds = merchants.look(row["merchant_id"], now)
        yield {
            **row,
            "split": "train" if index < training else "holdout",
            "night": is_night(now),
            "account_transactions": account_count,
            "account_mean_cents": account_cents // max(account_count, 1),
            "merchant_transactions": merchant_count,
            "merchant_fraud_per_mille": merchant_frauds
            * 1000
            // max(merchant_count, 1),
        }
        accounts.add(row["account_id"], now, amount)
        merchants.add(row["merchant_id"], now, int(row["is_fraud"]))


def main():
    parameters = read_parameters("featurize")
    rows = featurize(
        read_rows(PREPARED),
        parameters["window_days"],
        parameters["holdout_percent"],
    )
    write_rows(FEATURES, COLUMNS, rows)


if __name__ == "__main__":
    main()
