// Files, imports and what counts as a definition: definition repositories, see ../feast.test.mjs.

import { HEAD, one } from './shared.mjs';

export const modules = [
  {
    name: 'imports between modules',
    files: {
      'entities.py':
        'from feast import Entity, ValueType\ndriver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)\n',
      'sources.py':
        'from feast import FileSource\nPATH = "stats.parquet"\nstats = FileSource(name="stats", path=PATH, timestamp_field="event_timestamp")\n',
      'constants.py': '__all__ = ["PREFIX"]\nPREFIX = "v1"\nHIDDEN = "no"\n',
      'views.py': `from feast import *
from feast.types import *
import sources
import constants as c
from entities import driver as d
from constants import *
view = FeatureView(name=f"{PREFIX}_stats", entities=[d], source=sources.stats, schema=[Field(name=c.HIDDEN, dtype=Float32)])
`,
      'services.py':
        'from feast import FeatureService\nfrom views import *\nservice = FeatureService(name="s", features=[view])\n',
    },
  },
  {
    name: 'packages and relative imports',
    files: {
      'definitions/__init__.py': 'from .shared import driver\n',
      'definitions/shared.py':
        'from feast import Entity, FileSource, ValueType\ndriver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)\nstats = FileSource(name="stats", path="stats.parquet", timestamp_field="event_timestamp")\n',
      'definitions/deep/views.py': `from feast import FeatureView, Field
from feast.types import Int64
from ..shared import stats
from .. import shared
from definitions import driver
import definitions.shared
view = FeatureView(name="deep", entities=[driver, ][:1], source=definitions.shared.stats, schema=[Field(name="x", dtype=Int64)])
`,
      'namespace/part.py':
        'from definitions.deep.views import view as v\nfrom feast import FeatureService\nservice = FeatureService(name="s", features=[v])\n',
    },
  },
  {
    name: 'files that are left out',
    files: {
      'features.py': HEAD,
      '.feastignore':
        '# comment\nignored\nscripts/*.py  # inline\n**/skip_*.py\nvenv/\n',
      'ignored/a.py': HEAD.replaceAll('"driver"', '"ignored"'),
      'scripts/b.py': HEAD.replaceAll('"driver"', '"script"'),
      'scripts/deep/c.py':
        'from feast import Entity\ne = Entity(name="deep_script")\n',
      'x/y/skip_me.py': HEAD.replaceAll('"driver"', '"skipped"'),
      'x/y/keep_me.py': 'from feast import Entity\ne = Entity(name="kept")\n',
      'venv/lib/d.py': HEAD.replaceAll('"driver"', '"venv"'),
      '.venv/lib/d.py': HEAD.replaceAll('"driver"', '"dotvenv"'),
      'x/__pycache__/e.py': HEAD.replaceAll('"driver"', '"cached"'),
      'x/.ipynb_checkpoints/f.py': HEAD.replaceAll('"driver"', '"checkpoint"'),
      'x/__init__.py': 'from feast import Entity\ne = Entity(name="package")\n',
    },
  },
  {
    name: 'an ignored module that is imported',
    files: {
      '.feastignore': 'library.py\n',
      'library.py': HEAD,
      'features.py': 'from library import driver\n',
    },
  },
  {
    name: 'a nested feature_store.yaml',
    files: {
      'features.py': HEAD,
      'inner/feature_store.yaml':
        'project: inner\nprovider: local\nregistry: registry.db\n',
      'inner/more.py':
        'from feast import Entity\ne = Entity(name="inner_entity")\n',
    },
  },
  one(
    'only globals count',
    `
[Entity(name="in_list")]
LIST = [Entity(name="also_in_list")]
class Holder:
    entity = Entity(name="in_class")
def make():
    return Entity(name="in_function")
Entity(name="not_assigned")
_private = Entity(name="private")
if True:
    conditional = Entity(name="in_if")
try:
    tried = Entity(name="in_try")
except ValueError:
    failed = Entity(name="in_except")
finally:
    last = Entity(name="in_finally")
if __name__ == "__main__":
    main = Entity(name="main")
else:
    imported = Entity(name="imported")
with open("/dev/null") as f:
    inside = Entity(name="in_with")
for name in ["x", "y"]:
    looped = Entity(name=f"loop_{name}")
globals()["by_name"] = Entity(name="by_globals")
`,
    { unresolvedCount: 2 },
  ),
  one(
    'the last assignment wins',
    `
e = Entity(name="first")
e = Entity(name="second")
deleted = Entity(name="deleted")
del deleted
a = b = Entity(name="shared")
c, d = Entity(name="c"), Entity(name="d")
(x, *rest) = [Entity(name="x"), 1, 2]
if (w := Entity(name="walrus")):
    pass
typed: Entity = Entity(name="typed")
`,
  ),
];
