"""Makes the sample data: card transactions, some of them fraudulent.

Integer arithmetic only, so that the bytes (and their md5) are the same on every
machine. More rows extend the file: the first rows stay as they are.
"""

import argparse
import datetime
import pathlib

ROWS = 4000
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
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


class Draws:
    """The minimal standard generator of Park and Miller."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state % limit


def fraud_per_mille(merchant, amount, abroad, card_present, night):
    risky = merchant % 12 == 0
    points = 3
    points += 160 if risky else 0
    points += 300 if abroad else 0
    points += 60 if night else 0
    points += 420 if amount > 30000 else 0
    points += 0 if card_present else 30
    points += 420 if risky and not card_present else 0
    return points


def make_rows(count):
    draws = Draws(20260101)
    clock = 0
    for number in range(1, count + 1):
        clock += 60 + draws.below(1500)
        account = draws.below(400)
        merchant = draws.below(60)
        usual = 1500 + account * 7919 % 12000
        amount = usual // 4 + draws.below(usual * 2)
        if draws.below(20) == 0:
            amount *= 5
        abroad = draws.below(100) < 8
        card_present = draws.below(100) < 65
        night = clock // 3600 % 24 < 6
        points = fraud_per_mille(merchant, amount, abroad, card_present, night)
        is_fraud = draws.below(1000) < points
        moment = START + datetime.timedelta(seconds=clock)
        yield (
            f"T{number:06d}",
            f"A{account:04d}",
            f"M{merchant:03d}",
            moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            amount,
            int(abroad),
            int(card_present),
            int(is_fraud),
        )


def make_text(count):
    lines = [",".join(COLUMNS)]
    lines += [",".join(str(value) for value in row) for row in make_rows(count)]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    arguments = parser.parse_args()
    arguments.path.parent.mkdir(parents=True, exist_ok=True)
    arguments.path.write_bytes(make_text(arguments.rows).encode())


if __name__ == "__main__":
    main()
