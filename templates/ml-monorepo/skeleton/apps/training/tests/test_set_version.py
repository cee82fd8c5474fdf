import unittest

from set_version import set_version

TEXT = "train:\n  epochs: 10\nrelease:\n  # Why.\n  version: v1.0.0\n"


class SetVersionTest(unittest.TestCase):
    def test_changes_one_line(self):
        self.assertEqual(set_version(TEXT, "v1.10.2"), TEXT.replace("v1.0.0", "v1.10.2"))

    def test_refuses_what_gto_could_not_tag(self):
        for version in ("1.0.0", "v1", "latest", "v1.0.0-rc.1", "v1.0.0\n"):
            with self.subTest(version), self.assertRaises(ValueError):
                set_version(TEXT, version)
