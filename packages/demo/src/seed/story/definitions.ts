/** features/definitions/payment.py of the story. */
export const PAYMENT = `"""An account's latest payment."""

from datetime import timedelta

from definitions.account import account
from feast import FeatureView, Field, FileSource
from feast.types import Int64, String

last_payment_source = FileSource(
    name="last_payment_source",
    path="data/features.parquet",
    timestamp_field="event_timestamp",
)

last_payment = FeatureView(
    name="last_payment",
    entities=[account],
    ttl=timedelta(days=7),
    schema=[
        Field(name="account_id", dtype=String),
        Field(name="amount_cents", dtype=Int64),
        Field(name="abroad", dtype=Int64),
        Field(name="card_present", dtype=Int64),
    ],
    source=last_payment_source,
    description="How much an account paid last, and from where",
)
`;

/** features/definitions/sale.py of the story. */
export const SALE = `"""A merchant's latest sale."""

from datetime import timedelta

from definitions.merchant import merchant
from feast import FeatureView, Field, FileSource
from feast.types import Int64, String

last_sale_source = FileSource(
    name="last_sale_source",
    path="data/features.parquet",
    timestamp_field="event_timestamp",
)

last_sale = FeatureView(
    name="last_sale",
    entities=[merchant],
    ttl=timedelta(days=1),
    schema=[
        Field(name="merchant_id", dtype=String),
        Field(name="amount_cents", dtype=Int64),
        Field(name="night", dtype=Int64),
    ],
    source=last_sale_source,
    description="For how much a merchant sold last, and whether by night",
)
`;
