"""What happened at a merchant in the days before a transaction."""

from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Int64, String

merchant = Entity(
    name="merchant",
    join_keys=["merchant_id"],
    value_type=ValueType.STRING,
    description="Who is paid",
)

merchant_risk_source = FileSource(
    name="merchant_risk_source",
    path="data/features.parquet",
    timestamp_field="event_timestamp",
)

merchant_risk = FeatureView(
    name="merchant_risk",
    entities=[merchant],
    ttl=timedelta(days=30),
    schema=[
        Field(name="merchant_id", dtype=String),
        Field(name="merchant_transactions", dtype=Int64),
        Field(name="merchant_fraud_per_mille", dtype=Int64),
    ],
    source=merchant_risk_source,
    description="How much of what a merchant sold was fraud",
)
