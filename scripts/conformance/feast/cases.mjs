// Definition repositories for the conformance test: each is what Feast 0.67
// accepts, unless `refused` names the problem that we must report for it.
// `unresolved` lists what we say is not statically known: `<name>.<argument>`.

const HEAD = `from datetime import timedelta
from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Array, Float32, Float64, Int32, Int64, String
driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
stats = FileSource(name="stats", path="stats.parquet", timestamp_field="event_timestamp")
`;

const one = (name, definitions, more = {}) => ({
  name,
  files: { 'features.py': HEAD + definitions },
  ...more,
});

const VIEW = `view = FeatureView(name="view", entities=[driver], source=stats,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="a", dtype=Float32), Field(name="b", dtype=Int64)])
`;

export const cases = [
  one(
    'a view with all of its arguments',
    `
view = FeatureView(
    name="driver_stats", entities=[driver], ttl=timedelta(days=1, hours=2), online=False, offline=True,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="conv", dtype=Float32, description="rate", tags={"x": "y"})],
    source=stats, description="stats", tags={"team": "a", "tier": "1"}, owner="me@example.org", org="ads")
`,
  ),
  one(
    'every type of a field',
    `
import feast.types as t
from feast.types import Set, Struct, PrimitiveFeastType
names = ["Bytes", "PdfBytes"]
view = FeatureView(name="types", entities=[driver], source=stats, schema=[
    Field(name="bytes", dtype=t.Bytes), Field(name="pdf", dtype=t.PdfBytes), Field(name="image", dtype=t.ImageBytes),
    Field(name="string", dtype=t.String), Field(name="int32", dtype=t.Int32), Field(name="int64", dtype=t.Int64),
    Field(name="float32", dtype=t.Float32), Field(name="float64", dtype=t.Float64), Field(name="bool", dtype=t.Bool),
    Field(name="time", dtype=t.UnixTimestamp), Field(name="map", dtype=t.Map), Field(name="json", dtype=t.Json),
    Field(name="uuid", dtype=t.Uuid), Field(name="time_uuid", dtype=t.TimeUuid), Field(name="decimal", dtype=t.Decimal),
    Field(name="scalar_map", dtype=t.ScalarMap), Field(name="zoned", dtype=t.ZonedTimestamp),
    Field(name="strings", dtype=Array(String)), Field(name="floats", dtype=Array(base_type=Float32)),
    Field(name="doubles", dtype=Array(Float64)), Field(name="maps", dtype=Array(t.Map)),
    Field(name="set", dtype=Set(Int32)), Field(name="nested", dtype=Array(Array(String))),
    Field(name="nested_set", dtype=Set(Array(Int64))), Field(name="struct", dtype=Struct({"a": Int64})),
    Field(name="structs", dtype=Array(Struct({"a": Int64}))), Field(name="enum", dtype=PrimitiveFeastType.FLOAT64)])
`,
  ),
  one(
    'ttl in every form',
    `
import datetime as dt
from datetime import timedelta as delta
DAY = timedelta(days=1)
def make(): pass
HOURS = 3
a = FeatureView(name="a", entities=[driver], source=stats, ttl=DAY * 7, schema=[Field(name="x", dtype=Int64)])
b = FeatureView(name="b", entities=[driver], source=stats, ttl=None, schema=[Field(name="x", dtype=Int64)])
c = FeatureView(name="c", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
d = FeatureView(name="d", entities=[driver], source=stats, ttl=delta(1, 30, 500000), schema=[Field(name="x", dtype=Int64)])
e = FeatureView(name="e", entities=[driver], source=stats, ttl=dt.timedelta(weeks=1, minutes=2, milliseconds=250, microseconds=5), schema=[Field(name="x", dtype=Int64)])
f = FeatureView(name="f", entities=[driver], source=stats, ttl=timedelta(hours=HOURS * 24 + 1.5), schema=[Field(name="x", dtype=Int64)])
g = FeatureView(name="g", entities=[driver], source=stats, ttl=DAY + timedelta(seconds=60 * 60), schema=[Field(name="x", dtype=Int64)])
h = FeatureView(name="h", entities=[driver], source=stats, ttl=DAY / 2, schema=[Field(name="x", dtype=Int64)])
`,
  ),
  one(
    'entities by every default',
    `
user = Entity(name="user")
item = Entity(name="item", join_keys=["item_id"], description="an item", tags={"a": "b"}, owner="me")
none = Entity(name="none", join_keys=[], value_type=ValueType.STRING)
typed = Entity(name="typed", join_keys=("typed_id",)[:1] and ["typed_id"], value_type=ValueType.INT32)
view = FeatureView(name="many", entities=[item, none, typed], source=stats,
    schema=[Field(name="item_id", dtype=String), Field(name="none", dtype=String), Field(name="typed_id", dtype=Int32), Field(name="f", dtype=Int64)])
`,
  ),
  one(
    'a view without entities',
    `
view = FeatureView(name="global_stats", source=stats, schema=[Field(name="x", dtype=Int64)])
other = FeatureView(name="empty", entities=[], source=stats, schema=[Field(name="x", dtype=Int64)])
`,
  ),
  one(
    'a view without a schema',
    `
view = FeatureView(name="inferred", entities=[driver], source=stats)
only = FeatureView(name="only_key", entities=[driver], source=stats, schema=[Field(name="driver_id", dtype=Int64)])
`,
    { unresolved: ['inferred.schema', 'only_key.schema'] },
  ),
  one(
    'a source without a timestamp',
    `
bare = FileSource(path="bare.parquet", timestamp_field="ts")
`,
  ),
  one(
    'names by default',
    `
from feast import BigQuerySource, RedshiftSource, SnowflakeSource
a = FileSource(path="data/a.parquet", timestamp_field="ts")
b = BigQuerySource(table="project.set.table", timestamp_field="ts")
c = RedshiftSource(table="r", schema="s", database="d", timestamp_field="ts")
d = SnowflakeSource(database="D", schema="S", table="T", timestamp_field="ts", created_timestamp_column="c")
e = FileSource(name="", path="data/e.parquet", timestamp_field="ts")
`,
  ),
  one(
    'every source',
    `
from feast import BigQuerySource, RedshiftSource, SnowflakeSource, PushSource, RequestSource, KafkaSource, KinesisSource
from feast.data_format import AvroFormat, JsonFormat, ParquetFormat
from feast.infra.offline_stores.contrib.postgres_offline_store.postgres_source import PostgreSQLSource
big = BigQuerySource(name="big", query="select 1", timestamp_field="ts", tags={"a": "b"}, description="q", owner="me")
red = RedshiftSource(name="red", query="select 1", timestamp_field="ts")
snow = SnowflakeSource(name="snow", query="select 1", timestamp_field="ts", schema="S", database="D")
post = PostgreSQLSource("post", "select 1", timestamp_field="ts", created_timestamp_column="made")
file = FileSource(name="file", path="s3://bucket/x", file_format=ParquetFormat(), timestamp_field="ts", field_mapping={"a": "b"}, s3_endpoint_override="http://x")
push = PushSource(name="push", batch_source=stats)
kafka = KafkaSource(name="kafka", kafka_bootstrap_servers="h:9092", topic="t", timestamp_field="ts",
    message_format=AvroFormat(schema_json="{}"), batch_source=FileSource(name="kafka_batch", path="k.parquet", timestamp_field="ts"), watermark_delay_threshold=timedelta(minutes=5))
kinesis = KinesisSource(name="kinesis", region="r", stream_name="s", record_format=JsonFormat(schema_json="{}"), timestamp_field="ts", batch_source=file)
request = RequestSource(name="request", schema=[Field(name="lat", dtype=Float32)])
`,
  ),
  one(
    'inline sources',
    `
from feast import PushSource
a = FeatureView(name="a", entities=[driver], schema=[Field(name="x", dtype=Int64)], source=FileSource(name="inline", path="i.parquet", timestamp_field="ts"))
b = FeatureView(name="b", entities=[driver], schema=[Field(name="x", dtype=Int64)],
    source=PushSource(name="inline_push", batch_source=FileSource(name="inline_batch", path="j.parquet", timestamp_field="ts")))
`,
  ),
  one(
    'a batch feature view',
    `
from feast import BatchFeatureView
a = BatchFeatureView(name="a", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
b = BatchFeatureView(name="b", mode="python", entities=[driver], source=stats, ttl=timedelta(days=1), online=True, schema=[Field(name="x", dtype=Int64)], udf=lambda df: df, udf_string="")
`,
  ),
  one(
    'a decorated batch feature view',
    `
from feast.batch_feature_view import batch_feature_view
@batch_feature_view(mode="pandas", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
def nightly(df):
    return df
@batch_feature_view(name="renamed", entities=[driver], source=stats, online=False, ttl=timedelta(hours=1), schema=[Field(name="x", dtype=Int64)])
def weekly(df):
    return df
`,
  ),
  one(
    'a stream feature view',
    `
from feast import KafkaSource, StreamFeatureView, Aggregation
from feast.data_format import JsonFormat
from feast.stream_feature_view import stream_feature_view
kafka = KafkaSource(name="kafka", kafka_bootstrap_servers="h:9092", topic="t", timestamp_field="ts", message_format=JsonFormat(schema_json="x"), batch_source=stats)
a = StreamFeatureView(name="a", entities=[driver], source=kafka, ttl=timedelta(days=2), schema=[Field(name="driver_id", dtype=Int64), Field(name="x", dtype=Float32)],
    aggregations=[Aggregation(column="x", function="sum", time_window=timedelta(days=1))], timestamp_field="ts", tags={"a": "b"}, udf=lambda df: df)
@stream_feature_view(entities=[driver], ttl=timedelta(days=30), mode="python", source=kafka, online=False, owner="me", schema=[Field(name="x", dtype=Float32)], timestamp_field="ts")
def clicks(df):
    return df
`,
  ),
  one(
    'on-demand feature views',
    VIEW +
      `
import feast
from feast import RequestSource, OnDemandFeatureView
from feast.on_demand_feature_view import on_demand_feature_view as odfv
request = RequestSource(name="request", schema=[Field(name="val", dtype=Int64)])
@odfv(sources=[view, request], schema=[Field(name="sum", dtype=Float64)])
def summed(inputs):
    import pandas
    return pandas.DataFrame({"sum": inputs["a"].astype("float64")})
@odfv(sources=[view[["a"]]], schema=[Field(name="twice", dtype=Float64)], mode="python", description="d", tags={"k": "v"}, owner="o")
def twice(inputs):
    return {"twice": [2.0 * x for x in inputs["a"]]}
@odfv(name="named", sources=[request], mode="PYTHON", schema=[Field(name=f"g_{i}", dtype=String) for i in range(1, 4)], singleton=True)
def ignored(inputs):
    return {f"g_{i}": "x" for i in range(1, 4)}
@odfv(sources=[view], entities=[driver], write_to_online_store=True, mode="python", schema=[Field(name="driver_id", dtype=Int64), Field(name="w", dtype=Float64)])
def written(inputs):
    return {"w": [1.0 for x in inputs["a"]]}
direct = OnDemandFeatureView(name="direct", sources=[view], schema=[Field(name="z", dtype=Float64)], mode="python", udf=lambda x: {"z": [1.0 for y in x["a"]]}, udf_string="")
`,
  ),
  one(
    'an on-demand view by an input schema',
    `
from feast.on_demand_feature_view import on_demand_feature_view
@on_demand_feature_view(input_schema=[Field(name="raw", dtype=Float64)], schema=[Field(name="scaled", dtype=Float64)], mode="python")
def scaled(inputs):
    return {"scaled": [x * 2 for x in inputs["raw"]]}
`,
  ),
  one(
    'a label view',
    `
from feast import LabelView, ConflictPolicy, PushSource
labels = LabelView(name="labels", entities=[driver], source=PushSource(name="label_push", batch_source=stats),
    schema=[Field(name="driver_id", dtype=Int64), Field(name="is_fraud", dtype=Int64), Field(name="labeler", dtype=String)],
    conflict_policy=ConflictPolicy.LAST_WRITE_WINS, ttl=timedelta(days=3), online=False, reference_feature_view="view")
`,
  ),
  one(
    'views of views',
    `
base = FeatureView(name="base", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
second = FeatureView(name="second", entities=[driver], source=base, sink_source=FileSource(name="sink", path="sink.parquet", timestamp_field="ts"), schema=[Field(name="y", dtype=Int64)])
third = FeatureView(name="third", entities=[driver], source=[base, second], sink_source=stats, schema=[Field(name="z", dtype=Int64)])
`,
  ),
  one(
    'feature services',
    VIEW +
      `
from feast import FeatureService
other = FeatureView(name="other", entities=[driver], source=stats, schema=[Field(name="c", dtype=Int64)])
whole = FeatureService(name="whole", features=[view])
part = FeatureService(name="part", features=[view[["b"]], other], description="d", tags={"a": "b"}, owner="me")
ordered = FeatureService(name="ordered", features=[view[["b", "a"]]])
renamed = FeatureService(name="renamed", features=[view.with_name("first"), view[["a"]].with_name("second"), view.with_name("third")[["b"]]])
mapped = FeatureService(name="mapped", features=[view.with_join_key_map({"driver_id": "other_id"})])
FEATURES = [view[["a"]]]
listed = FeatureService(name="listed", features=FEATURES + [other])
empty = FeatureService(name="empty", features=[])
`,
  ),
  one(
    'feature services by text',
    VIEW +
      `
from feast import FeatureService
a = FeatureService(name="by_name", features=["view"])
b = FeatureService(name="by_feature", features=["view:b", view[["a"]]])
`,
  ),
  one(
    'a service with an unregistered view',
    `
from feast import FeatureService
service = FeatureService(name="hidden", features=[FeatureView(name="inner", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])])
`,
  ),
  one(
    'a service with an on-demand view',
    VIEW +
      `
from feast import FeatureService
from feast.on_demand_feature_view import on_demand_feature_view
@on_demand_feature_view(sources=[view], schema=[Field(name="x2", dtype=Float64), Field(name="x3", dtype=Float64)])
def more(inputs):
    import pandas
    return pandas.DataFrame({"x2": inputs["a"].astype("float64"), "x3": inputs["a"].astype("float64")})
service = FeatureService(name="mixed", features=[view[["a"]], more, more[["x3"]].with_name("again")])
`,
  ),
  // Feast registers one of the two by chance.
  one(
    'two services of one name',
    VIEW +
      `
from feast import FeatureService
a = FeatureService(name="same", features=[view[["a"]]])
b = FeatureService(name="same", features=[view[["b"]]])
`,
    { problems: ['duplicate-name'], unseen: ['same'] },
  ),
  one(
    'a project',
    `
from feast import Project
project = Project(name="conformance", description="a project", tags={"a": "b"})
`,
  ),
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
  one(
    'tags and texts of other types',
    `
VERSION = 3
view = FeatureView(name="v", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)], tags={"v": str(VERSION), "w": f"{VERSION}"}, version="v3")
`,
  ),
  one(
    'two views of one name',
    `
a = FeatureView(name="same", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
b = FeatureView(name="SAME", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'a projection in a global',
    VIEW +
      `
part = view[["a"]]
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'two sources of one name',
    `
a = FileSource(name="same", path="a.parquet", timestamp_field="ts")
b = FileSource(name="Same", path="b.parquet", timestamp_field="ts")
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'a project of another name',
    `
from feast import Project
project = Project(name="another")
`,
    { refused: 'invalid-value' },
  ),
  one(
    'a feature that the view lacks',
    VIEW +
      `
from feast import FeatureService
service = FeatureService(name="s", features=[view[["missing"]]])
`,
    { refused: 'unknown-reference' },
  ),
  one(
    'a syntax error',
    `
view = FeatureView(name="broken", entities=[driver], source=stats
other = Entity(name="after")
`,
    { refused: 'python-syntax' },
  ),
];
