import { fillIn } from './options.ts';
import type { Capabilities, Target } from './target.ts';

/** Prints all targets for a terminal, one a line. */
export function printTargets(targets: readonly Target[]): string {
  const width = Math.max(...targets.map(({ id }) => id.length));
  const lines = targets.map(({ id, title, summary }) => `${id.padEnd(width)}  ${title}: ${summary}`);
  return `${lines.join('\n')}\n`;
}

/** Prints the page of a target in `docs/targets`: how to ask for it, what it needs, its limits, what it writes of a sample. */
export function printTarget(target: Target, sample: string, files: Readonly<Record<string, string>>): string {
  const { id, title, url, summary, capabilities, check, page } = target;
  const flags = [
    ...(capabilities.schedule === 'none' ? [] : [' --schedule "0 6 * * 1-5" --timezone Europe/Paris']),
    ...target.options.flatMap(({ name, fallback, example }) =>
      fallback === null ? [` --option '${name}=${example ?? '…'}'`] : [],
    ),
  ];
  const about = [
    `# ${title}`,
    `[${title}](${url}): ${summary}.`,
    `    cellwright export PROJECT --target ${id}${flags.join('')}`,
    capabilityTable(capabilities),
    `Needs: ${page.needs}`,
    `Data: ${page.data}`,
    ...optionSection(target),
    `## Run\n\nThe project is called \`{package}\` here.\n\n${page.run.map((line) => `    ${line}`).join('\n')}`,
    ...(check === null ? [] : [`To check the files: \`${check}\``]),
    ...(page.limits.length === 0
      ? []
      : [`## Limits\n\n${page.limits.map((each) => `- ${each}`).join('\n')}`]),
    '## What it writes',
  ];
  const written = Object.entries(files).map(
    ([path, text]) => `\`${path}\`\n\n\`\`\`${languageOf(path)}\n${text}\`\`\``,
  );
  return `${[...about.map((text) => fillIn(text, sample)), ...written].join('\n\n')}\n`;
}

/** Prints the page that leads to the others. */
export function printTargetIndex(targets: readonly Target[]): string {
  const rows = targets.map(
    ({ id, title, summary, capabilities }) =>
      `| [\`${id}\`](${id}.md) | ${title}: ${summary} | ${capabilityCells(capabilities).join(' | ')} |`,
  );
  const head = `| \`--target\` | | ${CAPABILITIES.join(' | ')} |`;
  return `# Targets

\`cellwright export PROJECT --target NAME\`, or \`build --target NAME\`, writes what an engine needs to run a project. Each only
calls \`python -m PACKAGE --out FOLDER stage NAME\` (or \`run\`), so that one proof covers all of them. The notebook is not
needed. \`--schedule "0 6 * * 1-5" --timezone Europe/Paris\` is one schedule for every engine, in its own dialect; what an
engine would understand in another way is reported.

\`cellwright verify PROJECT --results FOLDER --target NAME\` compares what an engine has made with the notebook, as \`verify\`
does with a run of its own, and writes a proof that names the engine. An engine does not begin with the notebook's random state:
what draws unseeded random numbers differs there.

${head}
|---|---|${CAPABILITIES.map(() => '---').join('|')}|
${rows.join('\n')}
`;
}

const CAPABILITIES = ['schedule', 'starts each', 'retries', 'parallel', 'skips what is current'];

function capabilityCells({ schedule, unit, retries, parallel, resumes }: Capabilities): readonly string[] {
  const yes = (value: boolean) => (value ? 'yes' : 'no');
  return [schedule, unit, yes(retries), yes(parallel), yes(resumes)];
}

function capabilityTable(capabilities: Capabilities): string {
  const cells = capabilityCells(capabilities);
  return `| ${CAPABILITIES.join(' | ')} |\n|${CAPABILITIES.map(() => '---').join('|')}|\n| ${cells.join(' | ')} |`;
}

function optionSection({ options }: Target): readonly string[] {
  if (options.length === 0) return [];
  const rows = options.map(
    ({ name, doc, fallback }) =>
      `| \`${name}\` | ${doc} | ${fallback === null ? 'required' : `\`${fallback}\``} |`,
  );
  return [`| \`--option\` | | default |\n|---|---|---|\n${rows.join('\n')}`];
}

function languageOf(path: string): string {
  const suffix = path.slice(path.lastIndexOf('.') + 1);
  return { py: 'python', yaml: 'yaml', yml: 'yaml', service: 'ini', timer: 'ini' }[suffix] ?? 'text';
}
