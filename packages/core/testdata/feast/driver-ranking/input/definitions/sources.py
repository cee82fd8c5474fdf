from feast import FileSource, PushSource, RequestSource, Field
from feast.types import Int64

stats = FileSource(
    name="driver_stats",
    path="s3://key:secret@bucket/driver_stats.parquet",
    timestamp_field="event_timestamp",
    created_timestamp_column="created",
)
stats_push = PushSource(name="driver_stats_push", batch_source=stats)
request = RequestSource(
    name="request", schema=[Field(name="amount", dtype=Int64)]
)
