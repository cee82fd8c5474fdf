import math
import unittest

from scoring import evaluate, roc_auc, sigmoid

MODEL = {
    "features": ["amount_cents"],
    "means": [0.0],
    "scales": [1.0],
    "weights": [1.0],
    "bias": 0.0,
    "threshold": 0.5,
}


class ScoringTest(unittest.TestCase):
    def test_sigmoid_is_close_to_the_exact_one(self):
        for value in (-20.0, -3.0, -0.1, 0.0, 0.1, 3.0, 20.0):
            exact = 1 / (1 + math.exp(-value))
            self.assertAlmostEqual(sigmoid(value), exact, places=3)
        self.assertEqual(sigmoid(0.0), 0.5)
        self.assertLess(sigmoid(-1e9), 1e-9)

    def test_auc_counts_ordered_pairs(self):
        self.assertEqual(roc_auc([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]), 1.0)
        self.assertEqual(roc_auc([0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1]), 0.0)
        self.assertEqual(roc_auc([0.5, 0.5, 0.5], [0, 1, 1]), 0.5)
        self.assertEqual(roc_auc([0.1, 0.4, 0.3, 0.9], [0, 0, 1, 1]), 0.75)

    def test_auc_without_frauds_is_nought(self):
        self.assertEqual(roc_auc([0.5], [0]), 0.0)

    def test_counts_hits_and_misses(self):
        rows = [
            {"amount_cents": cents, "is_fraud": fraud}
            for cents, fraud in ((2, 1), (1, 0), (-1, 1), (-2, 0))
        ]
        answer = evaluate(MODEL, rows)
        self.assertEqual(answer["rows"], 4)
        self.assertEqual(answer["frauds"], 2)
        self.assertEqual(answer["accuracy"], 0.5)
        self.assertEqual(answer["precision"], 0.5)
        self.assertEqual(answer["recall"], 0.5)
        self.assertEqual(answer["f1"], 0.5)

    def test_no_rows_are_no_error(self):
        self.assertEqual(evaluate(MODEL, [])["roc_auc"], 0.0)
