import os
import tempfile
import unittest

from files import format_json, read_rows, write_rows


class FilesTest(unittest.TestCase):
    def test_writes_floats_with_six_places_and_integers_as_they_are(self):
        text = format_json({"a": 1, "b": 1.0, "c": [0.1234567, -0.5], "d": {"é": None}})
        self.assertEqual(
            text,
            '{\n  "a": 1,\n  "b": 1.000000,\n  "c": [\n    0.123457,\n    -0.500000\n  ],\n'
            '  "d": {\n    "\\u00e9": null\n  }\n}',
        )

    def test_reads_the_rows_that_it_wrote(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "deep", "rows.csv")
            write_rows(path, ("a", "b"), [{"a": 1, "b": "x", "c": "left out"}])
            self.assertEqual(read_rows(path), [{"a": "1", "b": "x"}])
