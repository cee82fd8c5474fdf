import os
from datetime import datetime, timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64
from company_features import shared_entity, make_source

driver = Entity(name="driver", join_keys=[os.environ["KEY"]])
source = FileSource(name="stats", path=os.path.join(os.path.dirname(__file__), "x.parquet"), timestamp_field="ts")
unnamed = FileSource(path=os.environ["STATS_PATH"], timestamp_field="ts")

view = FeatureView(
    name="stats",
    entities=[driver, shared_entity],
    ttl=timedelta(days=(datetime.today() - datetime(2020, 1, 1)).days),
    schema=[Field(name=os.environ["FIELD"], dtype=Int64), Field(name="x", dtype=Float32)],
    online=os.environ.get("ONLINE") == "1",
    source=make_source(),
    tags={"fixed": "a", "stage": os.environ["STAGE"]},
)
inferred = FeatureView(name="inferred", entities=[driver], source=source)


def make_view(name):
    return FeatureView(name=name, source=source, schema=[Field(name="y", dtype=Int64)])


made = make_view("made")

if os.environ.get("BETA"):
    beta = FeatureView(name="beta", source=source, schema=[Field(name="z", dtype=Int64)])

for name in os.listdir("tables"):
    globals()[name] = make_view(name)

service = FeatureService(name="service", features=[view[["x"]], inferred, made])
view.description = "set later"
