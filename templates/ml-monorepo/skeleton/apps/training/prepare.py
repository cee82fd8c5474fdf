"""Stage prepare: the raw transactions without unusable and repeated rows, in
the order of time."""

import re

from files import read_parameters, read_rows, write_rows

RAW = "data/raw/transactions.csv"
PREPARED = "data/processed/transactions.csv"
COLUMNS = (
    "transaction_id",
    "account_id",
    "merchant_id",
    "event_timestamp",
    "amount_cents",
    "abroad",
    "card_present",
    "is_fraud",
)
PATTERNS = {
    "event_timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "amount_cents": r"\d+",
    "abroad": r"[01]",
    "card_present": r"[01]",
    "is_fraud": r"[01]",
}


def is_usable(row, minimum_amount_cents):
    return all(row.get(column) for column in COLUMNS) and (
        all(re.fullmatch(pattern, row[key]) for key, pattern in PATTERNS.items())
        and int(row["amount_cents"]) >= minimum_amount_cents
    )


def prepare(rows, minimum_amount_cents):
    kept = {}
    for row in rows:
        if is_usable(row, minimum_amount_cents):
            kept.setdefault(row["transaction_id"], row)
    return sorted(
        kept.values(),
        key=lambda row: (row["event_timestamp"], row["transaction_id"]),
    )


def main():
    parameters = read_parameters("prepare")
    rows = prepare(read_rows(RAW), parameters["minimum_amount_cents"])
    write_rows(PREPARED, COLUMNS, rows)


if __name__ == "__main__":
    main()
