// Views, types and entities: definition repositories, see ../feast.test.mjs.

import { one, VIEW } from './shared.mjs';

export const views = [
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
    `${VIEW}
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
    'tags and texts of other types',
    `
VERSION = 3
view = FeatureView(name="v", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)], tags={"v": str(VERSION), "w": f"{VERSION}"}, version="v3")
`,
  ),
];
