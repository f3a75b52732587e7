import { HOME } from './options.ts';
import type { Pipeline } from './pipeline.ts';
import { toOnCalendar } from './schedule/dialects.ts';
import type { Target } from './target.ts';

/** A service that runs once, and a timer that starts it. */
export const systemd: Target = {
  id: 'systemd',
  title: 'systemd',
  url: 'https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html',
  summary: 'one machine with Linux',
  capabilities: { schedule: 'optional', unit: 'pipeline', retries: true, parallel: false, resumes: true },
  options: [HOME],
  render: (pipeline, { schedule, options: { home = '' } }) => ({
    value: {
      [`deploy/${pipeline.package}.service`]: service(pipeline, home),
      ...(schedule === null
        ? {}
        : { [`deploy/${pipeline.package}.timer`]: timer(pipeline, toOnCalendar(schedule)) }),
    },
    diagnostics: [],
  }),
  check: 'systemd-analyze verify deploy/{package}.service deploy/{package}.timer',
  page: {
    needs: 'systemd 250 or newer.',
    data: 'Inputs lie in the folder `home`, variables in its `.env`; results stay in `/var/lib/{package}`.',
    run: [
      'useradd --system {package}',
      'cp deploy/{package}.service deploy/{package}.timer /etc/systemd/system/',
      'systemctl enable --now {package}.timer',
    ],
    limits: ['A run that is missed because the machine was off is made up for once, when it is on again.'],
  },
};

function service(pipeline: Pipeline, home: string): string {
  return `# ${home} holds params.yaml, data/ and .venv/. First: useradd --system ${pipeline.package}
[Unit]
Description=The pipeline ${pipeline.package}
StartLimitIntervalSec=1h
StartLimitBurst=3

[Service]
Type=oneshot
User=${pipeline.package}
StateDirectory=${pipeline.package}
WorkingDirectory=${home}
ExecStart=${home}/.venv/bin/python -m ${pipeline.package} --out \${STATE_DIRECTORY} run
Restart=on-failure
RestartSec=5m
TimeoutStartSec=2h
NoNewPrivileges=true
ProtectSystem=strict
`;
}

function timer(pipeline: Pipeline, times: readonly string[]): string {
  return `[Unit]
Description=When the pipeline ${pipeline.package} runs

[Timer]
${times.map((time) => `OnCalendar=${time}`).join('\n')}
Persistent=true

[Install]
WantedBy=timers.target
`;
}
