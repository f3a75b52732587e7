import { HOME, OUT } from './options.ts';
import { toCron } from './schedule/dialects.ts';
import type { Target } from './target.ts';

/** One line for cron: `flock` keeps runs apart. */
export const cron: Target = {
  id: 'cron',
  title: 'cron',
  url: 'https://man7.org/linux/man-pages/man5/crontab.5.html',
  summary: 'one machine that is always on',
  capabilities: { schedule: 'required', unit: 'pipeline', retries: false, parallel: false, resumes: true },
  options: [HOME, OUT],
  render: (pipeline, { schedule, options: { home = '', out = '' } }) => {
    if (schedule === null) return { value: {}, diagnostics: [] };
    const lines = [
      `# crontab deploy/${pipeline.package}.cron replaces the crontab of the user who runs the pipeline.`,
      '# It needs cronie: cron of Debian and Ubuntu does not know CRON_TZ.',
      `CRON_TZ=${schedule.timezone}`,
      `${toCron(schedule)} cd ${home} && mkdir -p ${out} && flock -n ${out}/.cron.lock .venv/bin/python -m ${pipeline.package} --out ${out} run`,
    ];
    return { value: { [`deploy/${pipeline.package}.cron`]: `${lines.join('\n')}\n` }, diagnostics: [] };
  },
  check: null,
  page: {
    needs: 'cronie (Fedora, RHEL, SUSE, Arch), which knows `CRON_TZ`, and `flock` of util-linux.',
    data: 'Inputs lie in the folder `home`, variables in its `.env`; results stay in the folder `out`.',
    run: ['crontab deploy/{package}.cron'],
    limits: [
      'Cron of Debian and Ubuntu has no `CRON_TZ`: set the time zone of the machine, or take `systemd`.',
      'A run that is missed because the machine was off is not made up for.',
      'What a run prints is mailed by cron; a failed run is tried again at the next time.',
    ],
  },
};
