// How benchmarks/targets.js runs each target: `options` of the export, `prepare`, `check` and `run` as a command with its
// folder and environment, `out` where results stay (below the folder of the site), `results` where they are after a run.
// What has no engine here is simulated: its commands run in order, in a folder that holds what the real one would.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { runWhole } from './target-process.js';

/** The project's own environment: the packages of the tests, with the project on the path. */
function projectEnvironment({ python, home }, first = dirname(python)) {
  return {
    PYTHONPATH: join(home, 'src'),
    PATH: [first, process.env.PATH].join(delimiter),
    HOME: dirname(home),
  };
}

/** A `.venv` in the project, as its README has it. */
function makeVenv({ python, home }) {
  symlinkSync(dirname(dirname(python)), join(home, '.venv'));
}

const text = ({ home }, path) => readFileSync(join(home, path), 'utf8');

/** A run of the engine's own Python, which has the packages of the project too. */
function inProcess(requirements, script) {
  return {
    requirements,
    out: 'out',
    run: (site) => [
      [join(site.bin, 'python'), ...script(site)],
      {
        cwd: site.home,
        env: { ...projectEnvironment(site, site.bin), PYTHONPATH: `${join(site.home, 'src')}:deploy` },
      },
    ],
  };
}

export const ENGINES = {
  cron: {
    out: 'out',
    options: ({ home, out }) => ({ home, out }),
    prepare: makeVenv,
    run: (site) => {
      const line = text(site, `deploy/${site.package}.cron`).trim().split('\n').at(-1) ?? '';
      const command = line.split(' ').slice(5).join(' ');
      return [['/bin/sh', '-c', command], { cwd: '/', env: projectEnvironment(site) }];
    },
  },

  systemd: {
    out: 'out',
    options: ({ home }) => ({ home }),
    prepare: makeVenv,
    check: (site) => [
      ['systemd-analyze', 'verify', '--man=no', ...site.files.map((file) => join(site.home, file))],
      {},
    ],
    run: (site) => {
      const unit = text(site, `deploy/${site.package}.service`);
      const [, cwd] = /^WorkingDirectory=(.*)$/m.exec(unit) ?? [];
      const [, start = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
      const command = start.replace(/\$\{STATE_DIRECTORY\}/g, site.out).split(' ');
      return [command, { cwd, env: projectEnvironment(site) }];
    },
  },

  'github-actions': {
    requirements: 'checks',
    out: 'checkout/artifacts',
    options: ({ project }) => ({ fetch: `cp -r ${join(project, 'data')} data` }),
    prepare: prepareRunner,
    check: (site) => [
      [
        join(site.bin, 'check-jsonschema'),
        '--builtin-schema',
        'vendor.github-workflows',
        join(site.home, site.files[0]),
      ],
      {},
    ],
    run: (site) => {
      const { steps } = parse(text(site, site.files[0])).jobs.run;
      const commands = steps.flatMap(({ run }) => run ?? []);
      const env = {
        PATH: [join(site.folder, 'runner/bin'), process.env.PATH].join(delimiter),
        PIP_NO_DEPS: '1',
        PIP_NO_BUILD_ISOLATION: 'false',
        PIP_DISABLE_PIP_VERSION_CHECK: '1',
      };
      return [
        ['/bin/bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', commands.join('\n')],
        { cwd: join(site.folder, 'checkout'), env },
      ];
    },
  },

  kubernetes: {
    out: 'artifacts',
    prepare: ({ home, folder }) => {
      // What the Dockerfile copies, and the mounts; the installed package is on the path.
      mkdirSync(join(folder, 'app'));
      cpSync(join(home, 'params.yaml'), join(folder, 'app/params.yaml'));
      mkdirSync(join(folder, 'artifacts'));
    },
    check: (site) => [
      [
        process.execPath,
        join(site.root, 'benchmarks/check-documents.js'),
        'kubernetes',
        join(site.home, site.files[0]),
      ],
      { cwd: site.root },
    ],
    run: (site) => {
      const documents = parseAllDocuments(text(site, site.files[0])).map((document) => document.toJS());
      const job = documents.find(({ kind }) => kind === 'CronJob').spec.jobTemplate.spec.template.spec;
      const [container] = job.containers;
      const app = join(site.folder, 'app');
      const claims = { data: join(site.project, 'data'), artifacts: site.out };
      for (const { name, mountPath } of container.volumeMounts) {
        const place = mountPath.replace('/app', app);
        if (!existsSync(place)) symlinkSync(claims[name], place);
      }
      const command = container.command.map((word) => word.replace('/app', app));
      return [command, { cwd: app, env: projectEnvironment(site) }];
    },
  },

  dvc: {
    requirements: 'dvc',
    prepare: (site) => {
      const { code, output } = runWhole([join(site.bin, 'dvc'), 'init', '--no-scm', '-q'], {
        cwd: site.home,
        env: dvcEnvironment(site),
      });
      if (code !== 0) throw new Error(output);
    },
    check: (site) => [[join(site.bin, 'dvc'), 'dag'], { cwd: site.home, env: dvcEnvironment(site) }],
    run: (site) => [[join(site.bin, 'dvc'), 'repro'], { cwd: site.home, env: dvcEnvironment(site) }],
  },

  airflow: {
    requirements: 'airflow',
    out: 'out',
    options: ({ home, out }) => ({ home, out }),
    prepare: (site) => {
      makeVenv(site);
      const { code, output } = runWhole([join(site.bin, 'airflow'), 'db', 'migrate'], {
        cwd: site.folder,
        env: airflowEnvironment(site),
      });
      if (code !== 0) throw new Error(output);
    },
    check: (site) => [
      [
        join(dirname(site.python), 'ruff'),
        'check',
        '--no-cache',
        '--isolated',
        '--preview',
        '--select',
        'AIR',
        site.files[0],
      ],
      { cwd: site.home },
    ],
    run: (site) => [
      [join(site.bin, 'airflow'), 'dags', 'test', site.package],
      { cwd: site.folder, env: airflowEnvironment(site) },
    ],
    results: ({ out }) => join(out, readdirSync(out).find((name) => !name.startsWith('.')) ?? ''),
  },

  luigi: {
    ...inProcess('luigi', ({ package: name, out }) => [
      ...['-m', 'luigi', '--module', `${name}_luigi`, 'Pipeline', '--out', out],
      ...[
        '--local-scheduler',
        '--workers',
        '2',
        '--retcode-task-failed',
        '1',
        '--retcode-unhandled-exception',
        '1',
      ],
      ...['--retcode-missing-data', '1', '--retcode-not-run', '1', '--retcode-scheduling-error', '1'],
    ]),
  },

  dask: inProcess('dask', ({ package: name, out }) => [`deploy/${name}_dask.py`, '--out', out]),

  spark: {
    requirements: 'spark',
    out: 'out',
    run: (site) => [
      [
        join(site.bin, 'spark-submit'),
        '--master',
        'local[2]',
        `deploy/${site.package}_spark.py`,
        '--out',
        site.out,
      ],
      {
        cwd: site.home,
        env: {
          ...projectEnvironment(site, site.bin),
          PYSPARK_PYTHON: join(site.bin, 'python'),
          SPARK_LOCAL_IP: '127.0.0.1',
          SPARK_LOCAL_DIRS: site.folder,
        },
      },
    ],
  },

  databricks: {
    out: 'volume/artifacts',
    options: () => ({ volume: '/Volumes/main/default/files' }),
    prepare: ({ home, folder }) => {
      // The volume, and an empty folder to run in: the wheel holds neither parameters nor data.
      cpSync(join(home, 'params.yaml'), join(folder, 'volume/params.yaml'));
      cpSync(join(home, 'data'), join(folder, 'volume/data'), { recursive: true });
      mkdirSync(join(folder, 'driver'));
    },
    check: (site) => [
      [
        process.execPath,
        join(site.root, 'benchmarks/check-documents.js'),
        'databricks',
        join(site.home, 'databricks.yml'),
      ],
      { cwd: site.root },
    ],
    run: (site) => {
      const [job] = Object.values(parse(text(site, 'databricks.yml')).resources.jobs);
      const place = (word) => word.replace('/Volumes/main/default/files', join(site.folder, 'volume'));
      const started = new Set();
      const commands = job.tasks.map(({ task_key: key, depends_on: needs = [], python_wheel_task: task }) => {
        const early = needs.filter((need) => !started.has(need.task_key));
        if (early.length > 0) throw new Error(`${key} stands before ${early.map((need) => need.task_key)}`);
        started.add(key);
        return ['python', '-m', task.package_name.replaceAll('-', '_'), ...task.parameters.map(place)].join(
          ' ',
        );
      });
      const env = projectEnvironment(site);
      return [['/bin/sh', '-e', '-c', commands.join('\n')], { cwd: join(site.folder, 'driver'), env }];
    },
  },
};

function dvcEnvironment(site) {
  return { ...projectEnvironment(site), DVC_NO_ANALYTICS: '1' };
}

function airflowEnvironment(site) {
  return {
    PATH: [site.bin, process.env.PATH].join(delimiter),
    HOME: site.folder,
    // The tasks' own interpreter finds the project by it.
    PYTHONPATH: join(site.home, 'src'),
    AIRFLOW_HOME: join(site.folder, 'airflow'),
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW__CORE__DAGS_FOLDER: join(site.home, 'dags'),
  };
}

/** A checkout without what git ignores, and a fresh environment that sees the packages of the tests. */
function prepareRunner(site) {
  const checkout = join(site.folder, 'checkout');
  cpSync(site.home, checkout, { recursive: true });
  rmSync(join(checkout, 'data'), { recursive: true, force: true });
  const venv = join(site.folder, 'runner');
  const made = runWhole([site.python, '-m', 'venv', venv], {});
  if (made.code !== 0) throw new Error(made.output);
  const ask = 'import sysconfig; print(sysconfig.get_path("purelib"), end="")';
  const packages = (python) => runWhole([python, '-c', ask], { mergesErrors: false }).output;
  writeFileSync(join(packages(join(venv, 'bin/python')), 'tests.pth'), packages(site.python));
}
