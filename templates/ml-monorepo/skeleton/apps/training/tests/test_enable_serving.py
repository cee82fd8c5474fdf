import unittest

from enable_serving import enable

BEFORE = "resources:\n  - services.yaml\n# Why.\n# - ../serving\nlabels: []\n"
AFTER = "resources:\n  - services.yaml\n# Why.\n  - ../serving\nlabels: []\n"


class EnableServingTest(unittest.TestCase):
    def test_takes_the_line_in_and_does_nothing_the_second_time(self):
        self.assertEqual(enable(BEFORE), AFTER)
        self.assertEqual(enable(AFTER), AFTER)
