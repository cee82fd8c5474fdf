// What many definition repositories start with.

export const HEAD = `from datetime import timedelta
from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Array, Float32, Float64, Int32, Int64, String
driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
stats = FileSource(name="stats", path="stats.parquet", timestamp_field="event_timestamp")
`;

export const one = (name, definitions, more = {}) => ({
  name,
  files: { 'features.py': `${HEAD}${definitions}` },
  ...more,
});

export const VIEW = `view = FeatureView(name="view", entities=[driver], source=stats,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="a", dtype=Float32), Field(name="b", dtype=Int64)])
`;
