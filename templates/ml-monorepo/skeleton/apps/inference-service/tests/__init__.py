import pathlib
import sys

APPS = pathlib.Path(__file__).resolve().parents[2]
# As in the image: the service beside training's scoring.
sys.path[:0] = [str(APPS / "inference-service"), str(APPS / "training")]
