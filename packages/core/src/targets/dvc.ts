import type { Pipeline, PipelineStage } from './pipeline.ts';
import type { Target } from './target.ts';
import { printDocuments } from './yaml.ts';

/** One stage of DVC for each stage: code, parameters and inputs are what it depends on. */
export const dvc: Target = {
  id: 'dvc',
  title: 'DVC 3',
  url: 'https://doc.dvc.org/user-guide/pipelines',
  summary: 'versions of data and results beside those of the code',
  capabilities: { schedule: 'none', unit: 'stage', retries: false, parallel: false, resumes: true },
  options: [],
  render: (pipeline) => {
    const stages = pipeline.stages.map((stage) => [stage.name, renderStage(pipeline, stage)]);
    return { value: { 'dvc.yaml': printDocuments({ stages: Object.fromEntries(stages) }) }, diagnostics: [] };
  },
  check: 'dvc dag',
  page: {
    needs: '`dvc>=3.50`, in an environment of its own; the environment of the project comes first on `PATH`.',
    data: 'Inputs lie where `params.yaml` says; results stay in `artifacts/` and in the cache of DVC.',
    run: ['dvc init', 'dvc repro', 'dvc metrics show'],
    limits: [
      'Stages run one after the other, each in a process of its own.',
      'A comment in a file of code runs its stages again: DVC looks at bytes.',
      'What reads a URI or a place that a variable names always runs, as does what acts outside its outputs.',
    ],
  },
};

function renderStage(pipeline: Pipeline, stage: PipelineStage): unknown {
  const read = pipeline.inputs.filter(({ key }) => Object.values(stage.reads).includes(key));
  const files = read.filter(({ kind }) => kind === 'project' || kind === 'machine');
  const metrics = new Set(pipeline.artifacts.filter(({ isMetrics }) => isMetrics).map(({ path }) => path));
  const made = stage.makes.map(artifact);
  const keys = [...Object.values(stage.params), ...read.map(({ key }) => key)];
  return {
    cmd: `python -m ${pipeline.package} stage ${stage.name}`,
    deps: [
      ...stage.uses.map(artifact),
      ...files.map(({ location }) => beforePattern(location)),
      ...stage.code,
    ],
    ...(keys.length > 0 ? { params: [...new Set(keys)] } : {}),
    ...listed(
      'outs',
      made.filter((path) => !metrics.has(path)),
    ),
    // Kept in the cache of DVC, because git ignores the folder: `dvc metrics diff` finds them there.
    ...listed(
      'metrics',
      made.filter((path) => metrics.has(path)),
    ),
    ...(stage.external || files.length < read.length ? { always_changed: true } : {}),
  };
}

function listed(name: string, items: readonly string[]): Readonly<Record<string, unknown>> {
  return items.length > 0 ? { [name]: items } : {};
}

function artifact(file: string): string {
  return `artifacts/${file}`;
}

/** DVC depends on files and folders: of a pattern, on the folder above it. */
function beforePattern(location: string): string {
  const parts = location.split('/');
  const first = parts.findIndex((part) => /[*?[]/.test(part));
  return first < 0 ? location : parts.slice(0, first).join('/') || '.';
}
