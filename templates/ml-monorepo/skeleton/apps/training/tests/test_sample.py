import hashlib
import unittest

from sample import make_text


class SampleTest(unittest.TestCase):
    def test_has_the_same_bytes_on_every_machine(self):
        digest = hashlib.md5(make_text(4000).encode()).hexdigest()
        self.assertEqual(digest, "592aa9cce23c2b2729320449166e322c")

    def test_more_rows_extend_the_file(self):
        self.assertTrue(make_text(300).startswith(make_text(200)))
