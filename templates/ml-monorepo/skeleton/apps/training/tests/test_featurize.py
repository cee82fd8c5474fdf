import unittest

from featurize import featurize


def row(day, cents=1000, fraud=0, account="A1", hour=12):
    return {
        "transaction_id": f"T{day}",
        "account_id": account,
        "merchant_id": "M1",
        "event_timestamp": f"2026-01-{day:02d}T{hour:02d}:00:00Z",
        "amount_cents": str(cents),
        "is_fraud": str(fraud),
    }


class FeaturizeTest(unittest.TestCase):
    def test_knows_only_what_came_before(self):
        first, second, third = featurize(
            [row(1, 1000, fraud=1), row(2, 3000), row(3, 9000)], 30, 0
        )
        self.assertEqual(first["account_transactions"], 0)
        self.assertEqual(first["merchant_fraud_per_mille"], 0)
        self.assertEqual(second["account_mean_cents"], 1000)
        self.assertEqual(second["merchant_fraud_per_mille"], 1000)
        self.assertEqual(third["account_transactions"], 2)
        self.assertEqual(third["account_mean_cents"], 2000)
        self.assertEqual(third["merchant_fraud_per_mille"], 500)

    def test_forgets_what_left_the_window(self):
        *_, last = featurize([row(1), row(2), row(9)], 7, 0)
        self.assertEqual(last["account_transactions"], 1)

    def test_keeps_accounts_apart(self):
        _, other = featurize([row(1), row(2, account="A2")], 30, 0)
        self.assertEqual(other["account_transactions"], 0)
        self.assertEqual(other["merchant_transactions"], 1)

    def test_holds_out_the_last_rows(self):
        rows = featurize([row(day) for day in range(1, 11)], 30, 20)
        splits = [each["split"] for each in rows]
        self.assertEqual(splits, ["train"] * 8 + ["holdout"] * 2)

    def test_night_ends_at_six(self):
        night, day = featurize([row(1, hour=5), row(2, hour=6)], 30, 0)
        self.assertEqual((night["night"], day["night"]), (1, 0))
