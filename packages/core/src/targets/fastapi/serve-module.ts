import type { LockedInference } from '../../project/index.ts';
import { pythonString } from '../../text/index.ts';
import { toVariable } from '../names.ts';
import type { Pipeline } from '../pipeline.ts';
import { type RequestField, requestFields } from './request-model.ts';

const ANSWERS: Readonly<
  Record<LockedInference['answer']['type'], { readonly type: string; readonly from: string }>
> = {
  float: { type: 'float', from: 'float(value)' },
  int: { type: 'int', from: 'int(value)' },
  bool: { type: 'bool', from: 'bool(value)' },
  str: { type: 'str', from: 'str(value)' },
};

/** Gives `serve.py`: an HTTP service around `scoring.py`. */
export function renderServe(pipeline: Pipeline, inference: LockedInference): string {
  const fields = requestFields(inference);
  const { answer } = inference;
  const prefix = toVariable(pipeline.package);
  return `"""HTTP service that answers ${answer.name}: \`\`uvicorn --factory ${pipeline.package}.serve:create_app\`\`."""

# Types are checked without the packages of deploy/serve-requirements.txt, too.
# mypy: disable-error-code="import-not-found, untyped-decorator"

import hashlib
import logging
import os
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Annotated

import pandas as pd
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from pydantic import BaseModel, ConfigDict, Field
from starlette.types import ASGIApp, Receive, Scope, Send
${[...new Set(fields.flatMap(({ imports }) => imports))].join('\n')}

from ${pipeline.package} import scoring

log = logging.getLogger(__name__)

DTYPES = {${fields.map(({ column, dtype }) => `${pythonString(column)}: ${pythonString(dtype)}`).join(', ')}}
# What scoring raises for a row that it has no answer for.
NO_ANSWER = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class Settings:
    """Where a run's artifacts and parameters are, and how much a request may hold."""

    artifacts: Path
    params: Path
    max_batch: int
    max_bytes: int


def read_settings() -> Settings:
    """Read \`\`${prefix}_*\`\` from the environment."""
    return Settings(
        artifacts=Path(os.environ.get("${prefix}_ARTIFACTS", "artifacts")),
        params=Path(os.environ.get("${prefix}_PARAMS", "params.yaml")),
        max_batch=int(os.environ.get("${prefix}_MAX_BATCH", "1000")),
        max_bytes=int(os.environ.get("${prefix}_MAX_BYTES", "10000000")),
    )


class Instance(BaseModel):
    """A row of ${inference.rows.name}, as far as ${answer.name} depends on it."""

    model_config = ConfigDict(extra="forbid", protected_namespaces=())

${fields.map(fieldLine).join('\n')}


class Batch(BaseModel):
    """Rows to answer for."""

    model_config = ConfigDict(extra="forbid")

    instances: Annotated[list[Instance], Field(min_length=1)]


class Predictions(BaseModel):
    """Answers in the order of the instances; null where there is none."""

    model_config = ConfigDict(protected_namespaces=())

    model_version: str
    predictions: list[${ANSWERS[answer.type].type} | None]


@dataclass(frozen=True)
class Model:
    """What a run has learnt, and the digest of the files that it was read from."""

    fitted: scoring.Fitted
    version: str


def load_model(settings: Settings) -> Model:
    """Read the artifacts; one that another version of its library wrote is refused."""
    digest = hashlib.sha256()
    for path in [*scoring.files(settings.artifacts, settings.params), settings.params]:
        digest.update(path.read_bytes())
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        fitted = scoring.load(settings.artifacts, settings.params)
    return Model(fitted, digest.hexdigest()[:12])


def to_frame(instances: list[Instance]) -> pd.DataFrame:
    """Return the instances as the table that the pipeline reads."""
    rows = [instance.model_dump(by_alias=True) for instance in instances]
    return pd.DataFrame(rows, columns=list(DTYPES)).astype(DTYPES)


def predict_rows(rows: pd.DataFrame, fitted: scoring.Fitted) -> list[${ANSWERS[answer.type].type} | None]:
    """Return an answer for each row; None for one that cannot be scored."""
    try:
        answers = list(scoring.score(rows.copy(), fitted))
    except NO_ANSWER as error:
        if len(rows) == 1:
            log.warning("a row has no answer: %r", error.__class__)
            return [None]
        half = len(rows) // 2
        return [*predict_rows(rows.iloc[:half], fitted), *predict_rows(rows.iloc[half:], fitted)]
    if len(answers) != len(rows):
        raise AssertionError(f"{len(answers)} answers for {len(rows)} rows")
    return [None if pd.isna(value) else ${ANSWERS[answer.type].from} for value in answers]


class LimitBody:
    """Refuses a request whose body is larger than allowed, or of unknown length."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is small enough."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"")
        if length.isdigit():
            too_large = len(length) > len(str(self.max_bytes)) or int(length) > self.max_bytes
            return JSONResponse({"detail": f"at most {self.max_bytes} bytes"}, 413) if too_large else None
        if length or b"transfer-encoding" in headers:
            return JSONResponse({"detail": "Content-Length is required"}, 411)
        return None


def create_app() -> FastAPI:
    """Return the service; it answers 503 until there are artifacts."""
    settings = read_settings()
    app = FastAPI(title=${pythonString(pipeline.name)})
    app.add_middleware(LimitBody, max_bytes=settings.max_bytes)
    registry = CollectorRegistry()
    answered = Counter("answers", "Rows by whether they have an answer", ["answer"], registry=registry)
    refused = Counter("refused_requests", "Requests that do not fit the schema", registry=registry)
    seconds = Histogram("predict_seconds", "Time to score a request", registry=registry)
    lock = Lock()
    loaded: list[Model] = []

    def model() -> Model:
        with lock:
            if not loaded:
                try:
                    loaded.append(load_model(settings))
                except Exception as error:
                    log.warning("no model: %r", error)
                    raise HTTPException(503, "no model that can be used yet") from error
            return loaded[0]

    @app.exception_handler(RequestValidationError)
    def refuse(_request: Request, error: RequestValidationError) -> JSONResponse:
        """Say what does not fit, without the values: JSON cannot hold all of them."""
        refused.inc()
        found = [{key: e[key] for key in ("type", "loc", "msg")} for e in error.errors()]
        return JSONResponse({"detail": found[:100]}, 422)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """Say that the process answers."""
        return {"status": "ok"}

    @app.get("/readyz", responses={503: {"description": "no model yet"}})
    def readyz() -> dict[str, str]:
        """Say that the model is loaded."""
        return {"status": "ok", "model_version": model().version}

    @app.get("/metrics", include_in_schema=False)
    def metrics() -> Response:
        """Give the counters to Prometheus."""
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    @app.post("/predict", responses=${RESPONSES})
    def predict(batch: Batch) -> Predictions:
        """Answer ${answer.name} for each instance."""
        if len(batch.instances) > settings.max_batch:
            raise HTTPException(413, f"at most {settings.max_batch} instances")
        used = model()
        started = time.perf_counter()
        try:
            rows = to_frame(batch.instances)
        except (OverflowError, TypeError, ValueError) as error:
            raise HTTPException(422, "an instance does not fit into the table") from error
        predictions = predict_rows(rows, used.fitted)
        seconds.observe(time.perf_counter() - started)
        for value in predictions:
            answered.labels("none" if value is None else "given").inc()
        return Predictions(model_version=used.version, predictions=predictions)

    return app
`;
}

const RESPONSES =
  '{code: {"description": text} for code, text in ((411, "length required"), (413, "too large"), (503, "no model yet"))}';

function fieldLine({ name, type, nullable, checks }: RequestField): string {
  const annotation = `${type}${nullable ? ' | None' : ''}`;
  return checks.length === 0
    ? `    ${name}: ${annotation}`
    : `    ${name}: Annotated[${annotation}, Field(${checks.join(', ')})]`;
}
