"""What Feast has for an account and a merchant: JSON on the last line.

Usage: template_oracle.py REPOSITORY ACCOUNT MERCHANT
"""

import json
import sys

from feast import FeatureStore

directory, account, merchant = sys.argv[1:]
store = FeatureStore(directory)
answer = store.get_online_features(
    features=store.get_feature_service("transaction_scoring"),
    entity_rows=[{"account_id": account, "merchant_id": merchant}],
)
views = sorted(view.name for view in store.list_feature_views())
print(json.dumps({"views": views, "features": answer.to_dict()}))
