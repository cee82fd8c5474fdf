import unittest

from prepare import prepare

ROW = {
    "transaction_id": "T2",
    "account_id": "A1",
    "merchant_id": "M1",
    "event_timestamp": "2026-01-01T00:00:02Z",
    "amount_cents": "1500",
    "abroad": "0",
    "card_present": "1",
    "is_fraud": "0",
}


class PrepareTest(unittest.TestCase):
    def test_sorts_by_time_and_keeps_the_first_of_a_repeated_transaction(self):
        earlier = {**ROW, "transaction_id": "T1", "event_timestamp": "2026-01-01T00:00:01Z"}
        again = {**ROW, "amount_cents": "9999"}
        self.assertEqual(prepare([ROW, earlier, again], 0), [earlier, ROW])

    def test_leaves_out_what_training_cannot_use(self):
        for change in (
            {"amount_cents": "999"},
            {"amount_cents": "-1500"},
            {"amount_cents": ""},
            {"is_fraud": "maybe"},
            {"account_id": ""},
            {"event_timestamp": "yesterday"},
        ):
            with self.subTest(change):
                self.assertEqual(prepare([{**ROW, **change}], 1000), [])

    def test_survives_a_row_that_is_too_short(self):
        self.assertEqual(prepare([{"transaction_id": "T1"}], 0), [])
