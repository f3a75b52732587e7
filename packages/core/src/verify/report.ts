import { element, escapeHtml, table } from './html.ts';
import type { KeptRecord, Proof, Verdict, VerifiedLock } from './types.ts';
import { isEqual } from './verdicts.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --soft: #5b6875; --line: #d8dee4; --good: #12703c; --bad: #b3261e; --open: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --paper: #14191f; --soft: #9aa7b4; --line: #313b46; --good: #5fd08c; --bad: #ff8a80; --open: #e5b567; } }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
.soft { color: var(--soft); } code, pre { font: .9em ui-monospace, monospace; } pre { white-space: pre-wrap; }
`;

/** Gives the proof as one page without scripts or anything loaded from elsewhere. */
export function renderReport(proof: Proof, lock: VerifiedLock, records: readonly KeptRecord[]): string {
  const body = [
    element('h1', `${lock.package}: ${proof.headline}`, proof.ok ? 'good' : 'bad'),
    element('p', summary(proof), 'soft'),
    verdictTable(proof.artifacts),
    ...proof.artifacts.filter((verdict) => verdict.difference !== undefined).map(differenceSection),
    ...(proof.repairs.length === 0 ? [] : [element('h2', 'Repairs'), list(proof.repairs)]),
    element('h2', 'Stages'),
    stageTable(proof, lock),
    element('h2', 'The notebook’s run'),
    runTable(records),
    element('h2', 'Negative control'),
    element(
      'p',
      'One value of the notebook’s side was changed in a copy; the comparison had to report it.',
      'soft',
    ),
    controlTable(proof.artifacts),
    element('h2', 'Environment'),
    environmentTable(proof),
  ];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeHtml(`${lock.package}: ${proof.headline}`)}</title><style>${STYLE}</style></head><body>`,
    ...body,
    '</body></html>\n',
  ].join('\n');
}

function summary(proof: Proof): string {
  const names = proof.notebooks.map(({ path, sha256 }) => `${path} (${sha256.slice(0, 12)})`).join(', ');
  const earlier = proof.reused
    ? ' The notebook’s values are those of an earlier run: its cells, files, modules, packages and Python are the same.'
    : '';
  const side =
    proof.results === undefined
      ? 'the project’s own run in a fresh process'
      : `what was made of the project by ${proof.results}`;
  return `${names}, cells ${proof.order === 'executed' ? 'in their recorded order' : 'top to bottom'}, against ${side}.${earlier} Tolerance for floating-point numbers: ${proof.tolerance} relative.`;
}

function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => {
    const tone = isEqual(verdict) ? 'good' : verdict.verdict === 'differs' ? 'bad' : 'open';
    return `<tr>${element('td', verdict.name)}${element('td', verdict.verdict, tone)}${element('td', verdict.detail)}</tr>`;
  });
  return `<table><thead><tr><th>artifact</th><th>verdict</th><th>detail</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function differenceSection(verdict: Verdict): string {
  const { difference } = verdict;
  if (difference === undefined) return '';
  const place = difference.path === '' ? 'the value itself' : difference.path;
  const maker =
    verdict.statement === undefined
      ? ''
      : ` Made by statement ${verdict.statement} of the notebook, stage ${verdict.stage}.`;
  return [
    element('h2', `First difference of ${verdict.name}`),
    element('p', `${place}: ${difference.what}.${maker}`),
    table(['notebook', 'project'], [[difference.notebook, difference.project]]),
  ].join('\n');
}

function stageTable(proof: Proof, lock: VerifiedLock): string {
  const rows = lock.stages.map((stage) => {
    const made = proof.artifacts.filter((verdict) => verdict.stage === stage.name);
    return [
      stage.name,
      `${stage.module}:${stage.function}`,
      made.map(({ name, verdict }) => `${name}: ${verdict}`).join(', '),
    ];
  });
  return table(['stage', 'function', 'artifacts'], rows);
}

function runTable(records: readonly KeptRecord[]): string {
  const rows = records.flatMap(({ record }) => {
    const slow = [...record.steps].sort((left, right) => right.seconds - left.seconds).slice(0, 8);
    return slow.map((step) => [
      step.id,
      step.seconds.toFixed(3),
      step.changed.join(', '),
      step.randomDraws.join(', '),
    ]);
  });
  return table(['statement', 'seconds', 'changes', 'random state'], rows);
}

function controlTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.flatMap(({ name, control }) =>
    control === undefined
      ? []
      : [[name, control.changed, control.detected ? 'reported as different' : 'not noticed']],
  );
  return table(['artifact', 'changed', 'outcome'], rows);
}

function environmentTable(proof: Proof): string {
  const inputs = Object.entries(proof.inputs).map(([path, digest]) => [path, digest]);
  const packages = Object.entries(proof.environment.packages);
  return table(['what', 'version or digest'], [['Python', proof.environment.python], ...packages, ...inputs]);
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => element('li', item)).join('')}</ul>`;
}
