import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { own, type Phrase, say } from './say.ts';

/** `on clerk-mini`, `on 2 of 3 models`, with the prompt where several are under review. */
export function wordWhere(
  report: Report,
  found: readonly { readonly prompt: ReportPrompt; readonly row: ReportRow }[],
): Phrase {
  const prompts = [...new Set(found.map(({ prompt }) => prompt))];
  const rows = [...new Set(found.map(({ row }) => row))];
  const models = [...new Set(rows.map(({ id }) => id))];
  const all = prompts.reduce((sum, prompt) => sum + prompt.models.length, 0);
  const only = models.length === 1 ? models[0] : undefined;
  const onModels =
    only !== undefined
      ? say`on ${only}`
      : prompts.length > 1
        ? say`on ${models.length} models`
        : rows.length === all
          ? own(all === 2 ? 'on both models' : `on all ${all} models`)
          : say`on ${rows.length} of ${all} models`;
  if (report.prompts.length === 1) return onModels;
  const path = prompts.length === 1 ? prompts[0]?.path : undefined;
  return path === undefined ? say`${onModels} in ${prompts.length} prompts` : say`${onModels} in ${path}`;
}
