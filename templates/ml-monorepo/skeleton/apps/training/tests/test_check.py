import os
import pathlib
import shutil
import tempfile
import unittest

from check import check

ROOT = pathlib.Path(__file__).resolve().parents[3]


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        for name in ("argocd", "features", "infra", "models"):
            shutil.copytree(ROOT / name, pathlib.Path(folder.name, name))
        os.chdir(folder.name)

    def environment(self):
        return next(pathlib.Path("argocd").glob("*/environments/*.yaml"))

    def test_finds_nothing_in_this_repository(self):
        self.assertEqual(check(), [])

    def test_finds_a_definitions_file_that_is_not_listed(self):
        pathlib.Path("features/definitions/device.py").write_text("")
        self.assertEqual(len(check()), 3)

    def test_finds_an_environment_that_argo_cd_cannot_read(self):
        path = self.environment()
        for text in ("revision: [", "revision: 1e5\ncluster: a\nnamespace: b\n", ""):
            with self.subTest(text):
                path.write_text(text)
                self.assertNotEqual(check(), [])

    def test_finds_an_environment_without_an_overlay(self):
        path = self.environment()
        path.rename(path.with_name("nowhere.yaml"))
        self.assertIn("infra/nowhere has no overlay", " ".join(check()))

    def test_finds_an_analysis_that_asks_something_else(self):
        path = pathlib.Path("infra/serving/analysis.yaml")
        path.write_text(path.read_text().replace("result >= ", "result >= 1"))
        self.assertEqual(len(check()), 1)
