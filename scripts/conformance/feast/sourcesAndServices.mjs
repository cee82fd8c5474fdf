// Sources, services and projects: definition repositories, see ../feast.test.mjs.

import { one, VIEW } from './shared.mjs';

export const sourcesAndServices = [
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
    'feature services',
    `${VIEW}
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
    `${VIEW}
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
    `${VIEW}
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
    `${VIEW}
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
];
