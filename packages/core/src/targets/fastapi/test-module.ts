import type { LockedInference } from '../../project/index.ts';
import { pythonString } from '../../text/index.ts';
import { toVariable } from '../names.ts';
import type { Pipeline } from '../pipeline.ts';
import { requestFields } from './request-model.ts';

/** Gives `tests/test_serve.py`: the service gives what the pipeline gives, and refuses what does not fit. */
export function renderServeTest(pipeline: Pipeline, inference: LockedInference): string {
  const { rows, answer } = inference;
  const columns = rows.columns.map(({ name }) => pythonString(name)).join(', ');
  const first = requestFields(inference)[0];
  return `"""The service gives the answers that the pipeline gives, and refuses what does not fit."""

# mypy: disable-error-code="import-not-found"

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from ${pipeline.package} import io
from ${pipeline.package}._engine.cli import main

pytest.importorskip("fastapi")
pytest.importorskip("prometheus_client")

from fastapi.testclient import TestClient  # noqa: E402

from ${pipeline.package}.serve import create_app  # noqa: E402

PARAMS = Path(__file__).parent.parent / "params.yaml"
COLUMNS = [${columns}]
ROW = ${exampleOf(inference)}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a full run."""
    folder = tmp_path_factory.mktemp("out")
    assert main(["--params", str(PARAMS), "--out", str(folder), "run"]) == 0
    return folder


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], TestClient]:
    """Return a client of the service for the artifacts of a folder."""

    def start(folder: Path) -> TestClient:
        monkeypatch.setenv("${toVariable(pipeline.package)}_PARAMS", str(PARAMS))
        monkeypatch.setenv("${toVariable(pipeline.package)}_ARTIFACTS", str(folder))
        return TestClient(create_app())

    return start


def instances(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as JSON has them: null for what is missing."""
    return [
        {name: plain(value) for name, value in row.items()}
        for row in table[COLUMNS].astype(object).to_dict("records")
    ]


def plain(value: Any) -> Any:
    """Return a value of a table as JSON has it."""
    if pd.isna(value):
        return None
    return value.isoformat() if isinstance(value, pd.Timestamp) else getattr(value, "item", lambda: value)()


def chunks(rows: list[dict[str, Any]], size: int = 500) -> Iterator[list[dict[str, Any]]]:
    """Take a list apart."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def ask(client: TestClient, rows: list[dict[str, Any]]) -> list[Any]:
    """Return the predictions for some rows."""
    found: list[Any] = []
    for chunk in chunks(rows):
        found += client.post("/predict", json={"instances": chunk}).raise_for_status().json()["predictions"]
    return found


def same(found: list[Any], expected: list[Any]) -> None:
    """Compare answers: nulls in the same places, numbers to the last digits."""
    assert [value is None for value in found] == [value is None for value in expected]
    known = [value for value in expected if value is not None]
    assert [value for value in found if value is not None] == pytest.approx(known, rel=1e-9, abs=0)

${onlineTest(pipeline, rows, answer)}

@pytest.mark.full
def test_a_row_is_answered(serve: Callable[[Path], TestClient], out: Path) -> None:
    client = serve(out)
    answer = client.post("/predict", json={"instances": [ROW]}).raise_for_status().json()
    assert len(answer["predictions"]) == 1
    assert client.get("/readyz").json()["model_version"] == answer["model_version"]


def test_without_artifacts_it_is_not_ready(serve: Callable[[Path], TestClient], tmp_path: Path) -> None:
    client = serve(tmp_path)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    assert client.post("/predict", json={"instances": [ROW]}).status_code == 503
    assert "predict_seconds" in client.get("/metrics").text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"instances": []}',
        b'{"instances": [{}]}',
        b'{"instances": [{"surely no column": 1}]}',
        b'{"instances": [{${jsonKey(first?.column ?? '')}: NaN}]}',
        b'{"instances": [{${jsonKey(first?.column ?? '')}: {"nested": []}}]}',
    ],
)
def test_bad_requests_are_refused(serve: Callable[[Path], TestClient], tmp_path: Path, body: bytes) -> None:
    assert serve(tmp_path).post("/predict", content=body).status_code == 422


def test_more_fields_are_refused(serve: Callable[[Path], TestClient], tmp_path: Path) -> None:
    body = {"instances": [ROW | {"surely no column": 1}]}
    assert serve(tmp_path).post("/predict", json=body).status_code == 422


def test_too_many_rows_are_refused(serve: Callable[[Path], TestClient], tmp_path: Path) -> None:
    assert serve(tmp_path).post("/predict", json={"instances": [ROW] * 1001}).status_code == 413


def test_large_requests_are_refused(serve: Callable[[Path], TestClient], tmp_path: Path) -> None:
    assert serve(tmp_path).post("/predict", content=b" " * 10_000_001).status_code == 413
`;
}

/** A key as JSON inside a bytes literal that single quotes delimit. */
function jsonKey(column: string): string {
  return JSON.stringify(column)
    .replace(/[\\']/g, '\\$&')
    .replace(/[^\x20-\x7e]/g, '_');
}

function onlineTest(
  pipeline: Pipeline,
  rows: LockedInference['rows'],
  answer: LockedInference['answer'],
): string {
  if (rows.dataset === null) return '';
  const given = pythonString(fileOf(pipeline, rows.dataset));
  const compared =
    answer.dataset === null || answer.column === null
      ? ''
      : `
@pytest.mark.full
def test_online_equals_offline(serve: Callable[[Path], TestClient], out: Path) -> None:
    offline = io.load(out / ${pythonString(fileOf(pipeline, answer.dataset))})[${pythonString(answer.column)}]
    rows = io.load(out / ${given}).loc[offline.index]
    assert len(rows) == len(offline) > 0
    same(ask(serve(out), instances(rows)), [plain(value) for value in offline])

`;
  return `${compared}
@pytest.mark.full
def test_each_row_has_an_answer_of_its_own(serve: Callable[[Path], TestClient], out: Path) -> None:
    rows, client = instances(io.load(out / ${given})), serve(out)
    together = ask(client, rows)
    assert len(together) == len(rows)
    assert any(value is not None for value in together)
    for at in range(0, len(rows), max(1, len(rows) // 20)):
        same(ask(client, [rows[at]]), [together[at]])
    same(ask(client, rows[::-1])[::-1], together)

`;
}

/** The file of a dataset in the artifacts folder. */
function fileOf({ stages }: Pipeline, dataset: string): string {
  const codec = stages.flatMap(({ outputs }) => outputs[dataset] ?? [])[0];
  return `${dataset}.${codec ?? 'joblib'}`;
}

/** A row that fits: the middle of what was recorded. */
function exampleOf(inference: LockedInference): string {
  const fields = requestFields(inference);
  const values = inference.rows.columns.map(({ name, range, categories, dtype }, at) => {
    const [least = 0, most = 0] = range ?? [];
    const middle = (least + most) / 2;
    const plain =
      fields[at]?.type === 'int'
        ? String(Math.round(middle))
        : fields[at]?.type === 'float'
          ? String(middle)
          : dtype === 'bool'
            ? 'True'
            : pythonString(
                fields[at]?.type === 'NaiveDatetime' ? '2020-02-29T12:00:00' : (categories?.[0] ?? 'text'),
              );
    return `${pythonString(name)}: ${plain}`;
  });
  return `{${values.join(', ')}}`;
}
