import type { Parameter } from '../plan/index.ts';
import { pythonString } from '../text/index.ts';
import { docstring } from './docstring.ts';
import { fieldType, type ParameterSection } from './parameters.ts';
import { pythonLiteral } from './python-type.ts';

/** Names that a pydantic model has already, or that its annotations need. */
const TAKEN = new Set([
  ...[
    'construct',
    'copy',
    'dict',
    'from_orm',
    'json',
    'parse_file',
    'parse_obj',
    'parse_raw',
    'schema',
    'schema_json',
  ],
  ...['update_forward_refs', 'validate', 'bool', 'float', 'int', 'list', 'str', 'Any', 'Field', 'Section'],
]);

/** Gives `config.py`: a frozen model for each section of `params.yaml`. */
export function renderConfig(packageName: string, sections: readonly ParameterSection[]): string {
  const names = classNames(sections);
  const fields = sections.flatMap((section) => section.fields);
  const imports = [
    `from ${packageName}._engine.settings import Section`,
    'from pydantic import Field',
    ...fields.flatMap((field) => fieldType(field).imports),
  ];
  const classes = sections.map((section, index) => {
    const doc =
      section.name === 'common' ? 'Used by several stages.' : `Parameters of \`\`${section.name}\`\`.`;
    const lines = section.fields.map(
      (field) => `    ${renderField(field.key, fieldType(field).text, constraints(field))}`,
    );
    return `class ${names[index]}(Section):\n    ${docstring([doc])}\n\n${lines.join('\n')}`;
  });
  const all = sections.map(
    (section, index) => `    ${renderField(section.name, names[index] ?? 'Section', [])}`,
  );
  const top = `class Params(Section):\n    """All parameters."""\n\n${all.join('\n')}`;
  return `"""The parameters of \`\`params.yaml\`\`, typed."""\n\n${[...new Set(imports)].join('\n')}\n\n\n${[...classes, top].join('\n\n\n')}\n`;
}

function renderField(key: string, type: string, options: readonly string[]): string {
  const taken = TAKEN.has(key) || key.startsWith('model_') || key.startsWith('_');
  const all = taken ? [`alias=${pythonString(key)}`, ...options] : options;
  const name = taken ? `${key.replace(/^_+|^model_/, '')}_` : key;
  return `${name}: ${type}${all.length > 0 ? ` = Field(${all.join(', ')})` : ''}`;
}

/** Bounds that the library states, unless the notebook's own value is outside them. */
function constraints(field: Parameter): readonly string[] {
  const { gt, ge, lt, le } = field.bounds ?? {};
  const value = field.value;
  if ((field.type !== 'int' && field.type !== 'float') || typeof value !== 'number') return [];
  const fits =
    (gt === undefined || value > gt) &&
    (ge === undefined || value >= ge) &&
    (lt === undefined || value < lt) &&
    (le === undefined || value <= le);
  if (!fits) return [];
  return Object.entries({ gt, ge, lt, le }).flatMap(([name, bound]) =>
    bound === undefined ? [] : [`${name}=${pythonLiteral(bound)}`],
  );
}

/** Gives the name of each section's model: `TrainParams`. */
export function classNames(sections: readonly ParameterSection[]): readonly string[] {
  const seen = new Set(['Params', 'Section', 'Field', 'Any']);
  return sections.map((section) => {
    const words = section.name.split('_').filter((word) => word !== '');
    const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Other';
    let name = `${/^\d/.test(camel) ? 'Stage' : ''}${camel}Params`;
    while (seen.has(name)) name = name.replace(/Params$/, 'StageParams');
    seen.add(name);
    return name;
  });
}
