import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

from prediction import FeaturesUnavailable, ask_feature_server, load_features, predict, to_row
from release import load_release

from .models import ENVIRONMENT, get

TRANSACTION = {
    "account_id": "A0001",
    "merchant_id": "M001",
    "event_timestamp": "2026-01-01T03:00:00Z",
    "amount_cents": 2000,
    "abroad": True,
    "card_present": False,
}


class PredictionTest(unittest.TestCase):
    def test_gives_the_model_the_row_that_training_had(self):
        row = to_row(TRANSACTION, {"account_transactions": 4, "account_mean_cents": None})
        self.assertEqual(
            row,
            {
                "account_transactions": 4,
                "account_mean_cents": 0,
                "merchant_transactions": 0,
                "merchant_fraud_per_mille": 0,
                "amount_cents": 2000,
                "abroad": 1,
                "card_present": 0,
                "night": 1,
            },
        )

    def test_says_how_probable_fraud_is(self):
        release = load_release(ENVIRONMENT, get)
        answer = predict(release, TRANSACTION, {"merchant_fraud_per_mille": 0})
        self.assertAlmostEqual(answer["probability"], 0.7311, places=3)
        self.assertTrue(answer["is_fraud"])
        answer = predict(release, {**TRANSACTION, "amount_cents": 0}, {})
        self.assertFalse(answer["is_fraud"])

    def test_prefers_the_features_that_the_caller_sent(self):
        sent = {"account_transactions": 1}
        self.assertIs(load_features({**TRANSACTION, "features": sent}, {}), sent)

    def test_says_what_to_do_without_features(self):
        with self.assertRaisesRegex(FeaturesUnavailable, "FEATURE_SERVER_URL"):
            load_features(TRANSACTION, {})

    def test_asks_the_feature_server(self):
        asked = []

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers["Content-Length"])
                asked.append((self.path, json.loads(self.rfile.read(length))))
                body = json.dumps(
                    {
                        "metadata": {"feature_names": ["account_id", "account_transactions"]},
                        "results": [{"values": ["A0001"]}, {"values": [7]}],
                    }
                ).encode()
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Says nothing among the tests."""

        server = HTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            url = f"http://127.0.0.1:{server.server_port}/"
            features = ask_feature_server(url, "A0001", "M001")
        finally:
            server.shutdown()
            server.server_close()
        self.assertEqual(features["account_transactions"], 7)
        path, question = asked[0]
        self.assertEqual(path, "/get-online-features")
        self.assertEqual(question["feature_service"], "transaction_scoring")
        self.assertEqual(question["entities"]["merchant_id"], ["M001"])
