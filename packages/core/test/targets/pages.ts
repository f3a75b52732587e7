import { allTargets, printTarget, printTargetIndex, renderTargets } from '../../src/targets/index.ts';
import { churn } from '../project/plans.ts';
import { digest, render, toolchain } from '../project/render.ts';
import { requestFor } from './requests.ts';

/** Gives `docs/targets`: a page for each target, with its files for the plan of `churn`. */
export function targetPages(): Readonly<Record<string, string>> {
  const project = render(churn).value;
  const pages = Object.fromEntries(
    allTargets.map((target) => {
      const { value } = renderTargets(project, [requestFor(target)], { toolchain, digest });
      const own = new Set(value.lock.targets.flatMap(({ files }) => files));
      const files = value.files.flatMap((file) =>
        file.kind === 'text' && own.has(file.path) ? [[file.path, file.text] as const] : [],
      );
      return [`${target.id}.md`, printTarget(target, churn.package, Object.fromEntries(files))];
    }),
  );
  return { 'README.md': printTargetIndex(allTargets), ...pages };
}
