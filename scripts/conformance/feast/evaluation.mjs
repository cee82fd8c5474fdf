// Constants, and what can not be known: definition repositories, see ../feast.test.mjs.

import { one } from './shared.mjs';

export const evaluation = [
  one(
    'constant folding',
    `
import os
PREFIX = "user"
NAMES = ["a", "b"] + ["c"]
TYPES = {"a": Int64, "b": Float32, "c": String}
COMMON = dict(entities=[driver], source=stats, ttl=timedelta(days=2))
TAGS = {"team": "x", **{"tier": "1"}}
EXTRA = {"k": "v"}
EXTRA["l"] = "w"
EXTRA.update(m="n")
SCHEMA = [Field(name=f"{PREFIX}_{n}", dtype=TYPES[n]) for n in NAMES]
SCHEMA.append(Field(name="appended", dtype=Int64))
SCHEMA += [Field(name="added" "_" "up", dtype=Int64)]
SCHEMA.extend([Field(name="{}_{x}".format("f", x=2), dtype=Int64)])
class Names:
    VIEW = "from_class"
a = FeatureView(name=PREFIX + "_view", schema=SCHEMA, tags=TAGS, **COMMON)
b = FeatureView(name="%s_%d" % (PREFIX, 2), schema=[Field(name=n.upper(), dtype=t) for n, t in TYPES.items() if n != "b"], tags=EXTRA, **COMMON)
c = FeatureView(name=Names.VIEW, schema=[Field(name="x_" + str(i), dtype=Array(Float32) if i % 2 else Float32) for i in range(3)], **COMMON)
d = FeatureView(name="_".join(["j", "k"]), schema=[Field(name=n, dtype=Int64) for n in NAMES[1:]] * 1, description=("a "
    "b" f" {3:02d} {PREFIX!r:}"), **COMMON)
e = FeatureView(name="_".join([PREFIX.replace("u", "U"), "x".upper()]), schema=[Field(name=a + b, dtype=Int64) for a in "xy" for b in ("1", "2")], **COMMON)
`,
  ),
  one(
    'escapes and raw texts',
    `
a = Entity(name="tab_\\x41\\u00e9\\N{LATIN SMALL LETTER A}".replace("\\N{LATIN SMALL LETTER A}", "a"), description='it\\'s\\ta "q" \\
done')
b = Entity(name="raw", description=r"\\d+\\n", tags={'k"': """multi
line"""})
c = Entity(name="braces", description=f"{{x}} {'y'} {1 + 1} {1.0} {True} {None}")
`,
    { unresolvedCount: 1, unseen: ['tab_Aéa'] },
  ),
  one(
    'library names in every form',
    `
import feast
import feast.types
from feast import types as ft, Field as F
from feast.value_type import ValueType as VT
from feast.feature_view import FeatureView as View
e = feast.Entity(name="e", join_keys=["e_id"], value_type=VT.STRING)
f = feast.FeatureView(name="f", entities=[e], source=stats, schema=[F(name="x", dtype=ft.Float32), feast.Field(name="y", dtype=feast.types.Array(feast.types.Int64))])
g = View(name="g", entities=[e], source=stats, schema=[F(name="x", dtype=Int64)])
Alias = feast.Entity
h = Alias(name="h", value_type=feast.ValueType.INT64)
`,
  ),
  one(
    'what can not be known',
    `
import os, datetime as dt
env = os.environ.get("NOT_SET", "fallback")
e = Entity(name=env)
source = FileSource(name="by_env", path=os.path.join(os.getcwd(), "stats.parquet"), timestamp_field="event_timestamp")
view = FeatureView(name="known", entities=[driver], source=source, ttl=timedelta(days=(dt.datetime(2020, 1, 2) - dt.datetime(2020, 1, 1)).days),
    schema=[Field(name=n, dtype=Int64) for n in sorted(set(["b", "a"]))], tags={"env": env, "fixed": "x"})
def make(name):
    return FeatureView(name=name, entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
made = make("made")
if os.environ.get("NOT_SET"):
    maybe = Entity(name="maybe")
else:
    maybe = Entity(name="otherwise")
`,
    {
      unresolved: ['by_env.path', 'known.tags', 'known.ttl'],
      unresolvedCount: 3,
      unseen: ['fallback', 'made', 'otherwise'],
    },
  ),
  one(
    'an inherited source',
    `
class Own(FileSource):
    pass
own = Own(name="own", path="x", timestamp_field="ts")
`,
    { unresolvedCount: 1, unseen: ['own'] },
  ),
];
