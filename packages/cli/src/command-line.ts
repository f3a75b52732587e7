import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EXIT } from './exit-codes.ts';
import { wasInterrupted } from './interruption.ts';
import { setTerminal } from './terminal.ts';
import { withVerb } from './verbs.ts';
import { VERSION } from './version.ts';

/** The commands that read notebooks and nothing else. */
interface Reading {
  readonly check: typeof import('./commands/check.ts').check;
  readonly graph: typeof import('./commands/graph.ts').graph;
  readonly slice: typeof import('./commands/slice.ts').slice;
}

/** All other commands, as modules that are loaded when they are asked for. */
interface Others {
  readonly build: () => Promise<typeof import('./commands/build.ts')>;
  readonly record: () => Promise<typeof import('./commands/record.ts')>;
  readonly run: () => Promise<typeof import('./commands/run.ts')>;
  readonly verify: () => Promise<typeof import('./commands/verify.ts')>;
  readonly export: () => Promise<typeof import('./commands/export.ts')>;
  readonly env: () => Promise<typeof import('./commands/env.ts')>;
  readonly explain: () => Promise<typeof import('./commands/explain.ts')>;
}

/** What a command line can do. */
export interface Abilities {
  readonly reading: Reading;
  /** `null` in the program that only reads. */
  readonly others: Others | null;
  /** Writes the document of `--json` for a command that could not do its work. */
  writeFailure(exit: number): void | Promise<void>;
  describeFault(error: unknown): string | Promise<string>;
}

/** Runs the command line of this process. */
export function runCommandLine(abilities: Abilities): void {
  process.stdout.on('error', endWithOutput);
  process.stderr.on('error', () => process.exit(EXIT.usage));
  void main(process.argv.slice(2), abilities).then((code) => {
    process.exitCode = code;
  });
}

/** Runs a command line and gives its exit code. */
async function main(argv: readonly string[], abilities: Abilities): Promise<number> {
  let code: number = EXIT.ok;
  const program = createProgram(abilities, (answer) => {
    code = answer;
  });
  const end = async (exit: number): Promise<number> => {
    if (argv.includes('--json') && exit !== EXIT.ok) await abilities.writeFailure(exit);
    return exit;
  };
  try {
    await program.parseAsync(withVerb(argv), { from: 'user' });
    return await end(wasInterrupted() ? EXIT.interrupted : code);
  } catch (error) {
    if (wasInterrupted()) return await end(EXIT.interrupted);
    if (error instanceof CommanderError) return await end(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
    process.stderr.write(await abilities.describeFault(error));
    return await end(EXIT.usage);
  }
}

type Answer = (code: number) => void;

function createProgram({ reading, others }: Abilities, answer: Answer): Command {
  const program: Command = new Command('cellwright')
    .description(
      'Turns a messy notebook into tested production Python and proves that it computes the same values.',
    )
    .version(VERSION)
    .option('--quiet', 'say results and problems only')
    .option('--no-progress', 'do not say how far a run has come')
    .option('--no-input', 'ask nothing: a question that stays open ends the command')
    .addOption(new Option('--color <when>').choices(['auto', 'always', 'never']).default('auto'))
    .hook('preAction', (command) => setTerminal(command.opts()))
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  addReading(program, reading, answer);
  if (others) {
    addBuild(program, others, answer);
    addExecuting(program, others, answer);
    addExport(program, others, answer);
    addExplain(program, others, answer);
  }
  if (process.argv.length <= 2) program.action(() => program.outputHelp());
  return program;
}

const order = (): Option =>
  new Option('--order <order>', 'order of the cells')
    .choices(['top-to-bottom', 'executed'])
    .default('top-to-bottom');

function addReading(program: Command, reading: Reading, answer: Answer): void {
  program
    .command('check')
    .description('say what a notebook computes, and what stands in the way of production; reads only')
    .argument('<path>', 'a notebook, or a folder of them')
    .addOption(order())
    .option('--json', 'one JSON document on stdout')
    .option('--print <phase>', 'print what a phase sees: notebook, syntax, dataflow, plan')
    .action(async (path, options) => answer(await reading.check(path, options)));
  program
    .command('graph')
    .description('print the data flow between statements; reads only')
    .argument('<file>', 'a notebook')
    .addOption(order())
    .addOption(new Option('--format <format>').choices(['text', 'mermaid', 'dot', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write to a file')
    .action(async (file, options) => answer(await reading.graph(file, options)));
  program
    .command('slice')
    .description('print the statements that a value needs, as a script; reads only')
    .argument('[file]', 'a notebook')
    .option('--of <name>', 'the name whose final value is wanted')
    .addOption(new Option('--mode <mode>').choices(['pipeline', 'replay']).default('pipeline'))
    .addOption(order())
    .option('--record <path>', 'use what a run has shown; a replay uses all of it')
    .option('--explain', 'say for every statement why it is kept or dropped')
    .option('--json', 'one JSON document on stdout')
    .option('-o, --output <file>', 'write to a file')
    .option('--batch <file>', 'answer a JSON list of {file, of} with one line of JSON each')
    .action(async (file, options) => answer(await reading.slice(file, options)));
}

function addBuild(program: Command, others: Others, answer: Answer): void {
  program
    .command('build')
    .description('write a Python project that computes what the notebook computes')
    .argument('<files...>', 'one or several notebooks')
    .requiredOption('-o, --output <folder>', 'folder of the project')
    .option(
      '--artifact <name>',
      'a value or file to keep, or what a cell shows (cell:7); may be repeated',
      collect,
      [],
    )
    .option('--name <package>', 'import name of the project')
    .addOption(new Option('--order <order>', 'order of the cells').choices(['top-to-bottom', 'executed']))
    .option('--record [path]', 'run the notebook once first, or use this record')
    .option('--python <path>', 'the interpreter that runs the notebook')
    .option('--trust', 'agree to run the notebook')
    .option('--allow-writes', 'agree to writes outside the notebook’s folder')
    .option('--contain', 'run it without your environment, the network, and with limits; no sandbox')
    .option('-y, --yes', 'answer questions about writing files with yes')
    .option('-n, --dry-run', 'show what would be written')
    .option('--print <phase>', 'print what a phase sees: plan, files')
    .option('--target <names>', 'write files for these engines too: see `export --list`', collect, [])
    .option('--schedule <cron>', 'when it runs, for those targets: "0 6 * * 1-5"')
    .option('--timezone <name>', 'the time zone of the schedule: Europe/Paris (default: UTC)')
    .option('--option <key=value>', 'a value that a target needs; may be repeated', collect, [])
    .option('--json', 'one JSON document on stdout')
    .action(async (files, options) => answer(await (await others.build()).build(files, options)));
}

function addExecuting(program: Command, others: Others, answer: Answer): void {
  program
    .command('record')
    .description('run a notebook once and keep what was seen')
    .argument('<path>', 'a notebook, or a folder of them')
    .option('-o, --output <folder>', 'where to keep the record')
    .option('--emit <file>', 'run nothing; write a Python file that records the notebook on another machine')
    .addOption(order())
    .option('--python <path>', 'the interpreter that runs the notebook')
    .option('--timeout <seconds>', 'end the run after so long', positive)
    .option('--trust', 'agree to run the notebook')
    .option('--allow-writes', 'agree to writes outside the notebook’s folder')
    .option('--contain', 'run it without your environment, the network, and with limits; no sandbox')
    .option('--json', 'one JSON document on stdout')
    .action(async (file, options) => answer(await (await others.record()).record(file, options)));
  program
    .command('run')
    .description('run a generated project')
    .argument('<folder>', 'the project')
    .option('--python <path>', 'the interpreter that runs it')
    .option('-j, --jobs <number>', 'stages at the same time', positive)
    .option('--force', 'run what is current too')
    .option('--set <key=value>', 'change a parameter; may be repeated', collect, [])
    .action(async (folder, options) => answer(await (await others.run()).run(folder, options)));
  program
    .command('verify')
    .description('run notebook and project, and compare every artifact')
    .argument('<folder>', 'the project')
    .option('--notebook <file>', 'where the notebook is now')
    .option('--record <path>', 'compare with this run of the notebook instead of running it')
    .option('--fresh', 'run the notebook even where an earlier run of it still fits')
    .option('--python <path>', 'the interpreter that runs both')
    .option('--timeout <seconds>', 'end a run after so long', positive)
    .option('--trust', 'agree to run the notebook')
    .option('--allow-writes', 'agree to writes outside the notebook’s folder')
    .option('--contain', 'run it without your environment, the network, and with limits; no sandbox')
    .option('--results <folder>', 'compare what an engine has made there instead of running the project')
    .option('--target <name>', 'the engine that made the results, for the proof')
    .option('--no-repair', 'report differences without changing the plan')
    .option('--json', 'one JSON document on stdout')
    .action(async (folder, options) => answer(await (await others.verify()).verify(folder, options)));
  program
    .command('env')
    .description('make a virtual environment with what a notebook or project needs')
    .argument('<path>', 'a notebook or a project')
    .option('--python <path>', 'the interpreter to start from')
    .option('-o, --output <folder>', 'where the environment goes (default: .venv beside it)')
    .action(async (path, options) => answer(await (await others.env()).env(path, options)));
}

function addExport(program: Command, others: Others, answer: Answer): void {
  program
    .command('export')
    .description('write what an engine needs to run a generated project: a schedule, a DAG, a service')
    .argument('[folder]', 'the project')
    .option('--target <names>', 'the engines, with commas between', collect, [])
    .option('--schedule <cron>', 'when it runs: "0 6 * * 1-5"')
    .option('--timezone <name>', 'the time zone of the schedule: Europe/Paris (default: UTC)')
    .option('--option <key=value>', 'a value that a target needs; may be repeated', collect, [])
    .option('--list', 'list the targets')
    .option('-n, --dry-run', 'show what would be written')
    .option('--diff', 'show how the files would change, and write nothing')
    .option('--json', 'one JSON document on stdout')
    .action(async (folder, options) => answer(await (await others.export()).exportProject(folder, options)));
}

function addExplain(program: Command, others: Others, answer: Answer): void {
  program
    .command('explain')
    .description('say what a diagnostic means')
    .argument('<code>', 'a code such as S001')
    .action(async (code) => answer((await others.explain()).explain(code)));
}

function positive(value: string): number {
  const number = Number(value);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('Give a number above 0.');
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** A reader that has seen enough (`| head`) ends the command in silence; a full disk behind `>` is said. */
function endWithOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok);
  process.stderr.write(`error: the result could not be written (${error.message}).\n`, () =>
    process.exit(EXIT.usage),
  );
}
