import { airflow } from './airflow.ts';
import { cron } from './cron.ts';
import { dask } from './dask.ts';
import { databricks } from './databricks.ts';
import { dvc } from './dvc.ts';
import { fastapi } from './fastapi/fastapi.ts';
import { githubActions } from './github-actions.ts';
import { kubernetes } from './kubernetes.ts';
import { luigi } from './luigi.ts';
import { spark } from './spark.ts';
import { systemd } from './systemd.ts';
import type { Target } from './target.ts';

/** Every target, as `export --list` shows them. */
export const allTargets: readonly Target[] = [
  cron,
  systemd,
  githubActions,
  kubernetes,
  dvc,
  airflow,
  luigi,
  dask,
  spark,
  databricks,
  fastapi,
];
