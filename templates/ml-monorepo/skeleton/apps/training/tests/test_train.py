import unittest

from scoring import score
from train import measure, train

ROWS = [
    {"amount_cents": cents, "night": 0, "is_fraud": int(cents > 50)}
    for cents in range(0, 100, 5)
]
SETTINGS = {
    "features": ["amount_cents", "night"],
    "epochs": 40,
    "learning_rate": 0.5,
    "l2": 0.0,
    "positive_weight": 1,
    "threshold": 0.5,
}


class TrainTest(unittest.TestCase):
    def test_learns_what_separates_the_rows(self):
        model = train(ROWS, **SETTINGS)
        self.assertGreater(score(model, {"amount_cents": 95, "night": 0}), 0.8)
        self.assertLess(score(model, {"amount_cents": 5, "night": 0}), 0.2)

    def test_is_the_same_every_time(self):
        self.assertEqual(train(ROWS, **SETTINGS), train(ROWS, **SETTINGS))

    def test_a_feature_that_never_changes_has_scale_one(self):
        self.assertEqual(measure(ROWS, "night"), (0.0, 1.0))
        self.assertEqual(measure([{"x": "1"}, {"x": "3"}], "x"), (2.0, 1.0))
