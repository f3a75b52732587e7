import { type Diagnostic, diagnostic } from '../../diagnostics/index.ts';
import type { LockedInference, LockedRefusal } from '../../project/index.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Target } from '../target.ts';
import { REQUIREMENTS, renderServeDockerfile, renderServeKubernetes } from './deployment.ts';
import { renderServe } from './serve-module.ts';
import { renderServeTest } from './test-module.ts';

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** A service that answers single rows with the fitted model. */
export const fastapi: Target = {
  id: 'fastapi',
  title: 'FastAPI',
  url: 'https://fastapi.tiangolo.com/',
  summary: 'a service that answers single rows with the fitted model',
  capabilities: { schedule: 'none', unit: 'row', retries: false, parallel: true, resumes: false },
  options: [
    {
      name: 'image',
      doc: 'the image of the service for Kubernetes, with a tag',
      fallback: '{name}-serve:0.1.0',
      pattern: /^[\w.:/-]+:[\w][\w.-]*$/,
    },
    {
      name: 'claim',
      doc: 'the volume claim that holds the artifacts of a run',
      fallback: '{name}-artifacts',
      pattern: NAME,
    },
  ],
  render: (pipeline, { options: { image = '', claim = '' } }) => {
    const { inference } = pipeline;
    if (inference === null || 'reason' in inference) return { value: {}, diagnostics: [refusal(inference)] };
    return { value: files(pipeline, inference, image, claim), diagnostics: fromFeatures(inference) };
  },
  check: null,
  page: {
    needs: 'Python with the packages of the project and of `deploy/serve-requirements.txt`.',
    data: 'Artifacts of a run are read once, from `artifacts` or the folder that the variable `…_ARTIFACTS` names; requests hold the rows.',
    run: [
      'pip install . -r deploy/serve-requirements.txt',
      'python -m {package} run',
      'uvicorn --factory {package}.serve:create_app --port 8000',
    ],
    limits: [
      'Filters and `dropna` between the stages that it calls are no part of it: there are as many answers as instances, and a row that cannot be scored is answered with null.',
      'A newer model is taken by a restart.',
      'After an edit of a stage that is not called but taken apart, `tests/test_serve.py` says whether the service still gives what the pipeline gives. It is skipped where the packages of `deploy/serve-requirements.txt` are missing, and compares with a full run: `pytest -m ""`.',
    ],
  },
};

function files(
  pipeline: Pipeline,
  inference: LockedInference,
  image: string,
  claim: string,
): Readonly<Record<string, string>> {
  return {
    [`src/${pipeline.package}/scoring.py`]: inference.code,
    [`src/${pipeline.package}/serve.py`]: renderServe(pipeline, inference),
    'tests/test_serve.py': renderServeTest(pipeline, inference),
    'deploy/serve-requirements.txt': REQUIREMENTS,
    'deploy/serve.Dockerfile': renderServeDockerfile(pipeline),
    'deploy/serve.yaml': renderServeKubernetes(pipeline, { image, claim }),
  };
}

function refusal(found: LockedRefusal | null): Diagnostic {
  const reason = found?.reason ?? 'no fitted model is asked about rows';
  return diagnostic('R008', {
    message: `There is nothing to serve: ${reason}.`,
    location: found?.location ?? { file: 'fastapi' },
    ...(found?.hint ? { hint: found.hint } : {}),
  });
}

/** Says which table is served where it is not the raw one, and which statements stand before it. */
function fromFeatures({ rows, obstacles }: LockedInference): readonly Diagnostic[] {
  const last = obstacles.at(-1);
  if (last === undefined) return [];
  return [
    diagnostic('R009', {
      message: `The service takes rows of \`${rows.name}\` as cell ${rows.cell} leaves it, not raw ones: ${last.reason}.`,
      location: last.location,
      related: obstacles.slice(0, -1).map(({ reason, location }) => ({ message: reason, location })),
      hint: `Whoever asks has to make ${rows.columns.map(({ name }) => `\`${name}\``).join(', ')}.`,
    }),
  ];
}
