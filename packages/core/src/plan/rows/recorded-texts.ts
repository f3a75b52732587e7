import type { RunRecord } from '../../record/index.ts';
import type { DraftDataset } from '../draft.ts';
import { recordedFacts } from '../facts.ts';

const LIST_OF_TEXTS = /^\[(?:'[^'\\]*'(?:, (?=')|(?=\])))+\]$/;

/** The texts of a recorded list, where its text shows it whole: `['hour', 'weekday']`. */
export function recordedTexts(
  { variable, step }: DraftDataset,
  record: RunRecord | undefined,
): readonly string[] | undefined {
  const shown = recordedFacts(record, variable, step)?.repr;
  if (shown === undefined || !LIST_OF_TEXTS.test(shown)) return undefined;
  return [...shown.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}
