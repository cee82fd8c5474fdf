from feast import FeatureView, Field, FileSource
from feast.types import Int64

from entities import driver

stats = FileSource(name="stats", path="stats.parquet", timestamp_field="ts")

bad = FeatureView(name="bad", entities=[driver], source=stats, schema=[Field(name="a", dtype=Int64)

good = FeatureView(name="good", entities=[driver], source=stats, schema=[Field(name="b", dtype=Int64)])
