from feast import FeatureService

from views import good

service = FeatureService(name="service", features=[good])
