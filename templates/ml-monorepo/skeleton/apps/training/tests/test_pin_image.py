import unittest

from pin_image import pin

TEXT = """images:
  - name: inference-service
    newName: registry/ml/example/inference-service
    newTag: main
  - name: training
    newName: registry/ml/example/training
    newTag: main
"""
DIGEST = "sha256:" + "ab" * 32


class PinImageTest(unittest.TestCase):
    def test_pins_one_image_and_again_over_a_pin(self):
        once = pin(TEXT, "training", DIGEST)
        self.assertEqual(
            once,
            TEXT[: TEXT.rindex("newTag")] + f"digest: {DIGEST}\n",
        )
        other = "sha256:" + "cd" * 32
        self.assertEqual(pin(once, "training", other), once.replace(DIGEST, other))

    def test_refuses_what_would_not_be_an_image(self):
        for image, digest in (("training", "latest"), ("unknown", DIGEST)):
            with self.subTest(image), self.assertRaises(ValueError):
                pin(TEXT, image, digest)
