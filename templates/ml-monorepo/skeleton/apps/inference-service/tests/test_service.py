import importlib.util
import unittest

from release import describe_evaluation, load_release

from .models import ENVIRONMENT, get

HAS_FASTAPI = importlib.util.find_spec("fastapi") is not None
TRANSACTION = {
    "account_id": "A0001",
    "merchant_id": "M001",
    "event_timestamp": "2026-01-01T12:00:00+02:00",
    "amount_cents": 4000,
    "abroad": False,
    "card_present": True,
}


@unittest.skipUnless(HAS_FASTAPI, "fastapi is not installed: make setup")
class ServiceTest(unittest.TestCase):
    def setUp(self):
        from service import Transaction, create_app

        self.Transaction = Transaction
        self.app = create_app(
            load=lambda: load_release(ENVIRONMENT, get),
            describe=lambda release: describe_evaluation(release, get),
        )
        self.app.state.release = load_release(ENVIRONMENT, get)

    def call(self, path, *arguments):
        route = next(route for route in self.app.routes if route.path == path)
        return route.endpoint(*arguments)

    def test_says_what_it_serves(self):
        self.assertEqual(self.call("/healthz"), {"status": "ok"})
        self.assertEqual(self.call("/readyz")["model"]["version"], "v1.2.0")
        self.assertEqual(self.call("/version")["data"], {"hash": "md5:data"})

    def test_evaluates_itself(self):
        self.assertEqual(self.call("/evaluation")["roc_auc"], 1.0)

    def test_predicts(self):
        transaction = self.Transaction(**TRANSACTION, features={})
        self.assertTrue(self.call("/predict", transaction)["is_fraud"])

    def test_reads_any_time_zone_as_utc(self):
        plain = self.Transaction(**TRANSACTION).to_plain()
        self.assertEqual(plain["event_timestamp"], "2026-01-01T10:00:00Z")

    def test_answers_503_without_features(self):
        from fastapi import HTTPException

        with self.assertRaises(HTTPException) as refused:
            self.call("/predict", self.Transaction(**TRANSACTION))
        self.assertEqual(refused.exception.status_code, 503)
