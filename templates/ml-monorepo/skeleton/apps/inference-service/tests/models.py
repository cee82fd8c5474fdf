"""A model that can be worked out by hand."""

import json

MODEL = {
    "kind": "logistic-regression",
    "features": ["amount_cents", "merchant_fraud_per_mille"],
    "means": [1000.0, 0.0],
    "scales": [1000.0, 100.0],
    "weights": [1.0, 1.0],
    "bias": 0.0,
    "threshold": 0.5,
}
ROWS = (
    b"split,amount_cents,merchant_fraud_per_mille,is_fraud\n"
    b"train,9000,900,0\n"
    b"holdout,500,0,0\n"
    b"holdout,3000,100,1\n"
)
ENVIRONMENT = {
    "MODEL_NAME": "example",
    "MODEL_VERSION": "v1.2.0",
    "MODEL_HASH": "md5:model",
    "DATA_HASH": "md5:data",
}
OBJECTS = {"md5:model": json.dumps(MODEL).encode(), "md5:data": ROWS}


def get(digest, environment=None):
    return OBJECTS[digest]
