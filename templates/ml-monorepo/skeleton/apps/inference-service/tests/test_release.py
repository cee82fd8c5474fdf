import unittest

from release import describe_evaluation, load_release

from .models import ENVIRONMENT, get


class ReleaseTest(unittest.TestCase):
    def test_serves_the_model_of_the_release(self):
        release = load_release(ENVIRONMENT, get)
        self.assertEqual(release.model["features"][0], "amount_cents")
        self.assertEqual(
            release.identity(),
            {"name": "example", "version": "v1.2.0", "hash": "md5:model"},
        )

    def test_a_pod_without_a_release_does_not_start(self):
        with self.assertRaises(KeyError):
            load_release({}, get)

    def test_is_judged_on_held_out_rows_only(self):
        release = load_release(ENVIRONMENT, get)
        answer = describe_evaluation(release, get)
        self.assertEqual(answer["rows"], 2)
        self.assertEqual(answer["frauds"], 1)
        self.assertEqual(answer["roc_auc"], 1.0)
        self.assertEqual(answer["recall"], 1.0)
        self.assertEqual(answer["model"]["version"], "v1.2.0")
