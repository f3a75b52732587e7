import { plain } from './docstring.ts';
import { printYaml } from './params-yaml.ts';

const CHECKOUT = 'actions/checkout@v7';
const SETUP_PYTHON = 'actions/setup-python@v7';

/** Gives `.github/workflows/ci.yml`: lint, types and tests. */
export function renderWorkflow(python: string): string {
  const runs = [
    'python -m pip install --upgrade pip',
    'pip install -e . --group dev',
    'ruff check --output-format=github',
    'ruff format --check',
    'mypy',
    'pytest',
  ];
  return printYaml({
    name: 'CI',
    // biome-ignore lint/complexity/useLiteralKeys: `on` is a word of YAML 1.1
    ['on']: { push: { branches: ['main'] }, pull_request: {} },
    permissions: {},
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    concurrency: { group: '${{ github.workflow }}-${{ github.ref }}', 'cancel-in-progress': true },
    jobs: {
      check: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 20,
        permissions: { contents: 'read' },
        steps: [
          { uses: CHECKOUT, with: { 'persist-credentials': false } },
          { uses: SETUP_PYTHON, with: { 'python-version': python, cache: 'pip' } },
          ...runs.map((run) => ({ run })),
        ],
      },
    },
  });
}

/** Gives `.pre-commit-config.yaml`. */
export function renderPreCommit(): string {
  const hooks = [
    'check-added-large-files',
    'check-merge-conflict',
    'check-yaml',
    'end-of-file-fixer',
    'trailing-whitespace',
  ];
  return printYaml({
    repos: [
      {
        repo: 'https://github.com/pre-commit/pre-commit-hooks',
        rev: 'v6.0.0',
        hooks: hooks.map((id) => ({ id })),
      },
      {
        repo: 'https://github.com/astral-sh/ruff-pre-commit',
        rev: 'v0.17.6',
        hooks: [{ id: 'ruff-check' }, { id: 'ruff-format' }],
      },
    ],
  });
}

/** Gives `Dockerfile`: two steps, no root, nothing of the data inside. */
export function renderDockerfile(packageName: string, python: string): string {
  const command = packageName.replaceAll('_', '-');
  return `# syntax=docker/dockerfile:1
# docker run -v ./data:/app/data:ro -v ./artifacts:/app/artifacts ${command}:0.1.0
FROM python:${python}-slim-trixie AS build
WORKDIR /app
RUN python -m venv /venv
COPY pyproject.toml README.md ./
COPY src src
RUN --mount=type=cache,target=/var/cache/pip PIP_CACHE_DIR=/var/cache/pip /venv/bin/pip install .

FROM python:${python}-slim-trixie
WORKDIR /app
RUN useradd --uid 10001 --no-create-home app && install -d -o app -g app artifacts
COPY --from=build /venv /venv
COPY params.yaml ./
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
USER 10001
ENTRYPOINT ["${command}"]
CMD ["run"]
`;
}

export const DOCKERIGNORE = '*\n!params.yaml\n!pyproject.toml\n!README.md\n!src\n';

export const GITIGNORE = `.env
.venv/
__pycache__/
*.egg-info/
.mypy_cache/
.pytest_cache/
.ruff_cache/
/artifacts/
/data/
`;

/** Gives `.env.example`: the variables that the project reads, without values. */
export function renderEnvExample(
  variables: readonly { readonly name: string; readonly reason: string }[],
): string {
  const lines = variables
    .filter(({ name }) => /^[A-Za-z_]\w*$/.test(name))
    .flatMap(({ name, reason }) => [`# ${plain(reason)}`, `${name}=`]);
  const head = `# Copy to .env, which git ignores. params.yaml may name any of these as \${NAME}.`;
  return `${[head, ...lines].join('\n')}\n`;
}

/** Gives the names of the environment variables that locations in \`params.yaml\` use. */
export function findVariables(locations: readonly string[]): readonly string[] {
  return [
    ...new Set(
      locations.flatMap((text) => [...text.matchAll(/\$\{(\w+)\}/g)].flatMap((match) => match[1] ?? [])),
    ),
  ];
}
