from datetime import timedelta

import pandas as pd
from feast import FeatureView, Field
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Array, Float32, Float64, Int64

from .entities import driver
from .sources import *

driver_stats = FeatureView(
    name="driver_stats",
    entities=[driver],
    ttl=timedelta(days=1),
    schema=[
        Field(name="driver_id", dtype=Int64),
        Field(name="conv_rate", dtype=Float32, description="Conversion"),
        Field(name="embedding", dtype=Array(Float32), tags={"model": "e5"}),
    ],
    online=True,
    source=stats_push,
    tags={"team": "ranking"},
    owner="team@example.org",
)


@on_demand_feature_view(
    sources=[driver_stats, request],
    schema=[Field(name="conv_rate_x_amount", dtype=Float64)],
)
def transformed(inputs: pd.DataFrame) -> pd.DataFrame:
    return inputs
