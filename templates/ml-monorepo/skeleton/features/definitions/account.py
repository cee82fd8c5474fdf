"""What an account did in the days before a transaction."""

from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Int64, String

account = Entity(
    name="account",
    join_keys=["account_id"],
    value_type=ValueType.STRING,
    description="Who pays",
)

account_activity_source = FileSource(
    name="account_activity_source",
    path="data/features.parquet",
    timestamp_field="event_timestamp",
)

account_activity = FeatureView(
    name="account_activity",
    entities=[account],
    ttl=timedelta(days=30),
    schema=[
        Field(name="account_id", dtype=String),
        Field(name="account_transactions", dtype=Int64),
        Field(name="account_mean_cents", dtype=Int64),
    ],
    source=account_activity_source,
    description="How often and how much an account paid",
)
