import { toDnsName, toVariable } from '../names.ts';
import type { Pipeline } from '../pipeline.ts';
import { printDocuments } from '../yaml.ts';

/** What the service needs besides the project. */
export const REQUIREMENTS = `fastapi>=0.140,<1
prometheus-client>=0.22,<1
uvicorn>=0.38,<1
`;

/** Gives the image of the service: the project with its web packages, no data. */
export function renderServeDockerfile({ package: name, python }: Pipeline): string {
  const prefix = toVariable(name);
  return `# syntax=docker/dockerfile:1
# docker build -f deploy/serve.Dockerfile -t ${name.replaceAll('_', '-')}-serve:0.1.0 .
# docker run -p 8000:8000 -v ./artifacts:/app/artifacts:ro ${name.replaceAll('_', '-')}-serve:0.1.0
FROM python:${python}-slim-trixie AS build
WORKDIR /app
RUN python -m venv /venv
COPY pyproject.toml README.md ./
COPY deploy/serve-requirements.txt deploy/
COPY src src
RUN --mount=type=cache,target=/var/cache/pip PIP_CACHE_DIR=/var/cache/pip /venv/bin/pip install . -r deploy/serve-requirements.txt

FROM python:${python}-slim-trixie
WORKDIR /app
RUN useradd --uid 10001 --no-create-home app
COPY --from=build /venv /venv
COPY params.yaml ./
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 ${prefix}_ARTIFACTS=/app/artifacts ${prefix}_PARAMS=/app/params.yaml
USER 10001
EXPOSE 8000
CMD ["uvicorn", "--factory", "${name}.serve:create_app", "--host", "0.0.0.0", "--port", "8000"]
`;
}

/** Gives the objects of Kubernetes: a Deployment that reads the artifacts of the last run, and what keeps it up. */
export function renderServeKubernetes(
  { name }: Pipeline,
  options: { readonly image: string; readonly claim: string },
): string {
  const serviceName = toDnsName(`${name}-serve`);
  const labels = { app: serviceName };
  const metadata = { name: serviceName, labels };
  const objects = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(serviceName, options) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
          },
        ],
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable: 1, selector: { matchLabels: labels } },
    },
  ];
  const note = `# A pod is ready once the claim holds the artifacts of a run; \`kubectl rollout restart deployment/${metadata.name}\` takes newer ones.\n`;
  return note + printDocuments(...objects);
}

function podSpec(name: string, { image, claim }: { readonly image: string; readonly claim: string }) {
  return {
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    automountServiceAccountToken: false,
    containers: [
      {
        name,
        image,
        ports: [{ name: 'http', containerPort: 8000 }],
        volumeMounts: [{ name: 'artifacts', mountPath: '/app/artifacts', readOnly: true }],
        startupProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 2, failureThreshold: 30 },
        readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
        resources: { requests: { cpu: '250m', memory: '384Mi' }, limits: { memory: '1Gi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
    volumes: [{ name: 'artifacts', persistentVolumeClaim: { claimName: claim, readOnly: true } }],
  };
}
