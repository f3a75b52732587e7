import { readFileSync } from 'node:fs';
import { EXIT } from '../exit-codes.ts';
import { writeOut } from '../output.ts';
import { createReader, type Reader } from '../understand-file.ts';
import {
  answerSlice,
  type Opened,
  openForSlices,
  type SliceAnswer,
  type SliceQuestion,
} from './slice-answer.ts';

export interface SliceOptions extends SliceQuestion {
  readonly of?: string;
  readonly output?: string;
  readonly batch?: string;
}

/** `cellwright slice FILE --of NAME`: the statements that a value needs, as a script. */
export async function slice(file: string | undefined, options: SliceOptions): Promise<number> {
  if (options.batch !== undefined) return sliceBatch(options.batch, options);
  if (file === undefined || options.of === undefined) {
    process.stderr.write('error: give a notebook and `--of NAME`, or `--batch FILE`.\n');
    return EXIT.usage;
  }
  const answer = answerSlice(openForSlices(await createReader(), file, options), options.of, options);
  process.stderr.write(answer.stderr);
  // What is no script never takes the place of one.
  if (answer.stdout !== '') writeOut(answer.stdout, answer.exit === EXIT.ok ? options.output : undefined);
  return answer.exit;
}

/** Answers a JSON list of `{file, of}` with one line of JSON each. */
async function sliceBatch(path: string, options: SliceOptions): Promise<number> {
  const requests = readRequests(path);
  if (typeof requests === 'string') {
    process.stderr.write(`error: ${requests}\n`);
    return EXIT.usage;
  }
  const open = openerOf(await createReader(), options);
  for (const request of requests) {
    const line = await answerRequest(open, request, { ...options, color: false });
    writeOut(`${JSON.stringify(line)}\n`, undefined);
  }
  return EXIT.ok;
}

/** Opens notebooks; for requests of the same one after another only once. */
function openerOf(reader: Reader, question: SliceQuestion): (file: string) => Opened {
  let last: Opened | null = null;
  return (file) => {
    if (last?.file !== file) last = openForSlices(reader, file, question);
    return last;
  };
}

/** The list in a batch file, or what is wrong with it. */
function readRequests(path: string): readonly unknown[] | string {
  let requests: unknown;
  try {
    requests = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return error instanceof SyntaxError
      ? `\`${path}\` is not valid JSON: ${error.message}.`
      : `\`${path}\` cannot be read (${error instanceof Error ? error.message : error}).`;
  }
  return Array.isArray(requests) ? requests : `\`${path}\` is no JSON list of {file, of}.`;
}

/** Answers one request; whatever is wrong with it stays in its line. */
async function answerRequest(
  open: (file: string) => Opened,
  request: unknown,
  question: SliceQuestion,
): Promise<SliceAnswer & { file: unknown; of: unknown }> {
  const { file, of } = (typeof request === 'object' && request !== null ? request : {}) as {
    file?: unknown;
    of?: unknown;
  };
  const head = { file: file ?? null, of: of ?? null };
  if (typeof file !== 'string' || typeof of !== 'string') {
    const stderr = 'error: a request is an object {"file": "…", "of": "…"}.\n';
    return { ...head, exit: EXIT.usage, stdout: '', stderr };
  }
  try {
    return { ...head, ...answerSlice(open(file), of, question) };
  } catch (error) {
    const { describeFault } = await import('../faults.ts');
    return { ...head, exit: EXIT.usage, stdout: '', stderr: describeFault(error) };
  }
}
