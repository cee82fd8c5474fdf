from datetime import timedelta
from google.protobuf.duration_pb2 import Duration
from feast import BigQuerySource, Entity, Feature, FeatureService, FeatureView, FileSource, ValueType
from feast.data_source import RequestDataSource
from feast.on_demand_feature_view import on_demand_feature_view

driver_hourly_stats = FileSource(
    path="/data/driver_stats.parquet",
    event_timestamp_column="event_timestamp",
    created_timestamp_column="created",
)

driver = Entity("driver", ValueType.INT64, "driver id", join_key="driver_id", labels={"a": "b"})

driver_hourly_stats_view = FeatureView(
    name="driver_hourly_stats",
    entities=["driver"],
    ttl=Duration(seconds=86400 * 1),
    features=[
        Feature(name="driver_id", dtype=ValueType.INT64),
        Feature("conv_rate", ValueType.FLOAT),
        Feature(name="acc_rate", dtype=ValueType.FLOAT_LIST),
    ],
    online=True,
    batch_source=driver_hourly_stats,
    tags={},
)

orders = FeatureView(
    "orders",
    ["customer"],
    timedelta(weeks=1),
    input=BigQuerySource(table_ref="project.set.orders", event_timestamp_column="ts"),
    features=[Feature(name="total", dtype=ValueType.DOUBLE)],
)

request = RequestDataSource(name="vals", schema={"val": ValueType.INT64})


@on_demand_feature_view(
    inputs={"driver": driver_hourly_stats_view, "vals": request},
    features=[Feature(name="sum", dtype=ValueType.DOUBLE)],
)
def sums(df):
    return df


service = FeatureService("model", [driver_hourly_stats_view, orders])
