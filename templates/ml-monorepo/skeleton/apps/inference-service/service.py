"""The HTTP service. `uvicorn service:app --port 8080`."""

import contextlib
import datetime

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

from objects import ObjectUnavailable
from prediction import FeaturesUnavailable, load_features, predict
from release import describe_evaluation, load_release


class Transaction(BaseModel):
    account_id: str
    merchant_id: str
    event_timestamp: datetime.datetime
    amount_cents: int = Field(ge=0)
    abroad: bool
    card_present: bool
    features: dict[str, float | None] | None = None

    def to_plain(self):
        moment = self.event_timestamp
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=datetime.timezone.utc)
        utc = moment.astimezone(datetime.timezone.utc)
        return {
            **self.model_dump(exclude={"event_timestamp"}),
            "event_timestamp": utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }


def create_app(load=load_release, describe=describe_evaluation):
    """A pod without its model must not start: what can't be loaded ends it."""

    @contextlib.asynccontextmanager
    async def lifespan(app):
        app.state.release = load()
        yield

    app = FastAPI(title="Inference service", lifespan=lifespan)

    @app.get("/healthz")
    def healthz():
        return {"status": "ok"}

    @app.get("/readyz")
    def readyz():
        return {"status": "ok", "model": app.state.release.identity()}

    @app.get("/version")
    def version():
        release = app.state.release
        return {"model": release.identity(), "data": {"hash": release.data_hash}}

    @app.get("/evaluation")
    def evaluation():
        try:
            return describe(app.state.release)
        except ObjectUnavailable as error:
            raise HTTPException(503, str(error)) from error

    @app.post("/predict")
    def post_predict(transaction: Transaction):
        plain = transaction.to_plain()
        try:
            return predict(app.state.release, plain, load_features(plain))
        except FeaturesUnavailable as error:
            raise HTTPException(503, str(error)) from error

    return app


app = create_app()
