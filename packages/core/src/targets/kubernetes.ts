import { toDnsName } from './names.ts';
import type { Pipeline } from './pipeline.ts';
import { checkReach } from './reach.ts';
import { toCron } from './schedule/dialects.ts';
import type { Schedule } from './schedule/schedule.ts';
import type { Target } from './target.ts';
import { printDocuments } from './yaml.ts';

/** Kubernetes takes at most 52 characters for a CronJob: it adds its own behind them. */
const LONGEST = 40;

/** A CronJob, or a Job without a schedule, with claims for data and results. */
export const kubernetes: Target = {
  id: 'kubernetes',
  title: 'Kubernetes 1.27 or newer',
  url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  summary: 'a cluster',
  capabilities: { schedule: 'optional', unit: 'pipeline', retries: true, parallel: false, resumes: true },
  options: [
    {
      name: 'image',
      doc: 'the image that `docker build` makes of the project, as the cluster pulls it',
      fallback: '{name}:0.1.0',
      pattern: /^[a-z0-9][\w./:@-]*$/,
    },
    {
      name: 'size',
      doc: 'how much each claim may hold',
      fallback: '1Gi',
      pattern: /^\d+(?:Mi|Gi|Ti)$/,
    },
  ],
  render: (pipeline, { schedule, options }) => ({
    value: {
      'deploy/kubernetes.yaml': note(pipeline) + printDocuments(...documents(pipeline, schedule, options)),
    },
    diagnostics: checkReach(pipeline, 'kubernetes', 'data'),
  }),
  check: null,
  page: {
    needs: 'the image of the project in a registry; claims that several pods may mount (`ReadWriteMany`).',
    data: 'Inputs lie in the claim `{name}-data`, variables in the secret `{name}-env`; results stay in the claim `{name}-artifacts`.',
    run: ['docker build -t {name}:0.1.0 .', 'kubectl apply -f deploy/kubernetes.yaml'],
    limits: ['A pod runs the whole pipeline; what a killed pod has finished is not run again.'],
  },
};

function note(pipeline: Pipeline): string {
  const name = toDnsName(pipeline.package, LONGEST);
  const files = pipeline.inputs.filter(({ kind }) => kind === 'project').map(({ location }) => location);
  const fill =
    files.length > 0 ? [`Before the first run, fill the claim ${name}-data: its root is data/.`] : [];
  const secret =
    pipeline.variables.length > 0
      ? [`Make the secret ${name}-env with ${pipeline.variables.join(', ')}.`]
      : [];
  return [...fill, ...secret].map((line) => `# ${line}\n`).join('');
}

function documents(
  pipeline: Pipeline,
  schedule: Schedule | null,
  options: Readonly<Record<string, string>>,
): readonly unknown[] {
  const name = toDnsName(pipeline.package, LONGEST);
  const hasData = pipeline.inputs.some(({ kind }) => kind === 'project');
  const claims = [...(hasData ? [`${name}-data`] : []), `${name}-artifacts`];
  const job = {
    backoffLimit: 2,
    template: { spec: pod(pipeline, name, options) },
  };
  return [
    ...claims.map((claim) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claim },
      spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: options.size } } },
    })),
    schedule === null
      ? { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: `${name}-run` }, spec: job }
      : {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          metadata: { name: `${name}-run` },
          spec: {
            schedule: toCron(schedule),
            timeZone: schedule.timezone,
            concurrencyPolicy: 'Forbid',
            startingDeadlineSeconds: 3600,
            jobTemplate: { spec: job },
          },
        },
  ];
}

function pod(pipeline: Pipeline, name: string, { image }: Readonly<Record<string, string>>): unknown {
  const hasData = pipeline.inputs.some(({ kind }) => kind === 'project');
  const claim = (claimName: string) => ({ persistentVolumeClaim: { claimName } });
  return {
    restartPolicy: 'Never',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name,
        image,
        command: ['python', '-m', pipeline.package, '--out', '/app/artifacts', 'run'],
        ...(pipeline.variables.length > 0 ? { envFrom: [{ secretRef: { name: `${name}-env` } }] } : {}),
        volumeMounts: [
          ...(hasData ? [{ name: 'data', mountPath: '/app/data', readOnly: true }] : []),
          { name: 'artifacts', mountPath: '/app/artifacts' },
        ],
        resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '1Gi' } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
    volumes: [
      ...(hasData ? [{ name: 'data', ...claim(`${name}-data`) }] : []),
      { name: 'artifacts', ...claim(`${name}-artifacts`) },
    ],
  };
}
