"""The features that the model is given."""

from definitions.account import account_activity
from definitions.merchant import merchant_risk
from feast import FeatureService

transaction_scoring = FeatureService(
    name="transaction_scoring",
    features=[account_activity, merchant_risk],
    description="What is known of a transaction's account and merchant",
)
