from feast import FeatureService

from definitions.views import driver_stats, transformed

ranking_v1 = FeatureService(
    name="ranking_v1",
    features=[driver_stats[["conv_rate"]], transformed.with_name("scaled")],
)
ranking_v2 = FeatureService(name="ranking_v2", features=[driver_stats])
