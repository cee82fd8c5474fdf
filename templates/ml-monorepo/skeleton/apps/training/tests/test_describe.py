import hashlib
import os
import pathlib
import tempfile
import unittest

from describe import describe, digest_of


class DescribeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)
        self.write("features/definitions/account.py", "a")
        self.write("data/processed/features.csv", "data")
        self.write("models/example.json", "model")

    def write(self, path, text):
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(path).write_text(text)

    def test_names_model_data_and_features_by_content(self):
        lines = describe("example", "v1.2.0", "models/example.json").splitlines()
        self.assertEqual(lines[0], "MODEL_NAME=example")
        self.assertEqual(lines[1], "MODEL_VERSION=v1.2.0")
        self.assertEqual(lines[2], "MODEL_HASH=md5:" + hashlib.md5(b"model").hexdigest())
        self.assertEqual(lines[3], "DATA_HASH=md5:" + hashlib.md5(b"data").hexdigest())
        content = hashlib.sha256(b"a").hexdigest()
        whole = f"features/definitions/account.py\0{content}\n".encode()
        self.assertEqual(lines[4], "FEATURES_DIGEST=sha256:" + hashlib.sha256(whole).hexdigest())

    def test_leaves_out_what_local_runs_leave_behind(self):
        before = digest_of("features")
        self.write("features/data/registry.db", "x")
        self.write("features/definitions/__pycache__/account.pyc", "x")
        self.assertEqual(digest_of("features"), before)
        self.write("features/definitions/merchant.py", "b")
        self.assertNotEqual(digest_of("features"), before)
