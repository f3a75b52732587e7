import { cellText, type DataflowGraph, type Step } from '../dataflow/index.ts';
import type { AsyncFunctionDef, ClassDef, FunctionDef, Stmt } from '../syntax/index.ts';
import type { TextEdit } from '../text/index.ts';
import { wordsOf } from './identifiers.ts';
import { listed } from './listed.ts';
import { nodesOf } from './tree.ts';

type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

/** Docstrings for a definition and its public methods, where the notebook has none. */
export function definitionDocs(graph: DataflowGraph, step: Step): readonly TextEdit[] {
  const { node } = step.statement;
  if (node.type !== 'FunctionDef' && node.type !== 'AsyncFunctionDef' && node.type !== 'ClassDef') return [];
  const source = cellText(graph, step);
  const place = ` (cell ${step.cell})`;
  if (node.type !== 'ClassDef') return docEdit(node, source, sentenceOf(node, source), place);
  const methods = node.body.flatMap((item) =>
    item.type === 'FunctionDef' || item.type === 'AsyncFunctionDef'
      ? docEdit(item, source, sentenceOf(item, source), '')
      : [],
  );
  return [...docEdit(node, source, classSentence(node.name), place), ...methods];
}

function docEdit(node: Definition, source: string, sentence: string, place: string): readonly TextEdit[] {
  const [first] = node.body;
  if (!first || hasDocstring(node.body) || (node.name.startsWith('_') && !node.name.startsWith('__')))
    return [];
  const start = startOf(first, source);
  const before = source.slice(0, start);
  const margin = /(?:^|\n)([ \t]*)$/.exec(before)?.[1];
  const text = `"""${sentence}${place}."""`;
  return [{ span: { start, end: start }, text: margin === undefined ? `${text}; ` : `${text}\n${margin}` }];
}

/** Where a statement begins, decorators included. */
function startOf(statement: Stmt, source: string): number {
  const [decorator] = 'decorator_list' in statement ? statement.decorator_list : [];
  return decorator ? source.lastIndexOf('@', decorator.start) : statement.start;
}

function hasDocstring(body: readonly Stmt[]): boolean {
  const [first] = body;
  return first?.type === 'Expr' && first.value.type === 'Constant' && first.value.kind === 'str';
}

/** First words of names that are verbs in the imperative, and how a sentence begins with them. */
const VERBS = new Map(
  (
    'add align apply assign assert augment average bin bootstrap build calculate call categorize center check clean cluster ' +
    'collect combine compare compute concat convert copy count create cut decode define describe detect display divide download ' +
    'drop draw encode engineer estimate evaluate expand explore export extract fetch fill filter find fit fix flatten format ' +
    'generate give group handle impute infer init initialize insert interpolate iterate join keep label learn list load log ' +
    'lookup make map mark mask match merge minimize move normalize normalise open optimize parse pick plot predict prepare ' +
    'preprocess print process pull put rank read reduce remove rename render replace resample reset reshape resize return ' +
    'rotate round run sample save scale score search select send set shift show shuffle simplify simulate smooth solve sort ' +
    'split standardize start stem step store strip sum summarize summarise swap take test tokenize train transform translate ' +
    'trim tune update use validate visualize weigh wrap write'
  )
    .split(' ')
    .map((verb) => [verb, verb] as const),
);

const OTHER_VERBS: Readonly<Record<string, string>> = {
  get: 'return',
  calc: 'compute',
  viz: 'plot',
  init: 'initialise',
};

function sentenceOf(node: FunctionDef | AsyncFunctionDef, source: string): string {
  const returned = returnedText(node, source);
  if (returned !== null) return `Return \`\`${returned}\`\``;
  // Keywords that every call must give say how it is done, not to what.
  const optional = node.args.kwonlyargs.filter((_, at) => node.args.kw_defaults[at] !== null);
  const parameters = [...node.args.posonlyargs, ...node.args.args, ...optional]
    .map(({ arg }) => arg)
    .filter((name) => name !== 'self' && name !== 'cls')
    .slice(0, 4);
  const given = listed(parameters);
  if (node.name === '__init__') return given === '' ? 'Set up' : `Set up with ${given}`;
  if (/^__\w+__$/.test(node.name)) return `Implement \`\`${node.name.slice(2, -2)}\`\``;
  const [first = '', ...rest] = wordsOf(node.name);
  if (first === 'is' || first === 'has' || first === 'needs' || first === 'should')
    return `Tell whether ${given === '' ? 'it' : given} ${[first, ...rest].join(' ')}`;
  const verb = OTHER_VERBS[first] ?? VERBS.get(first);
  if (verb !== undefined) {
    const object = rest.length > 0 ? rest.join(' ') : given;
    const to = rest.length > 0 && given !== '' ? `, given ${given}` : '';
    return capital(`${verb} ${object}`.trim()) + to;
  }
  const words = [first, ...rest].join(' ');
  const returns = [...nodesOf(node)].some((inner) => inner.type === 'Return' && inner.value !== null);
  const of = given === '' ? '' : ` of ${given}`;
  return returns ? `Return ${words}${of}` : `Run ${words}${given === '' ? '' : ` on ${given}`}`;
}

/** The text of the expression that a function only returns, when it is short. */
function returnedText(node: FunctionDef | AsyncFunctionDef, source: string): string | null {
  const [only, ...more] = node.body;
  if (more.length > 0 || only?.type !== 'Return' || only.value === null) return null;
  const text = source.slice(only.value.start, only.value.end);
  return text.length <= 60 && !/[\n\\`]|"""|[^\x20-\x7e]/.test(text) ? text : null;
}

function classSentence(name: string): string {
  return capital(wordsOf(name).join(' '));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
