import type { ReportPrompt } from '../report/report.ts';
import type { Settings } from '../settings/settings.ts';

/** A note for each gated metric that no check asked here gives: a name that is mistyped would gate nothing, in silence. */
export function unmeasuredMetrics(prompts: readonly ReportPrompt[], { gate }: Settings): readonly string[] {
  const rows = prompts.flatMap(({ models }) => models);
  if (rows.length === 0) return [];
  const measured = [...new Set(rows.flatMap((row) => Object.keys(row.metrics)))].toSorted();
  const known = measured.length === 0 ? 'no check has a name' : `there are ${measured.slice(0, 10).join(', ')}`;
  return Object.keys(gate.metrics)
    .filter((name) => !measured.includes(name))
    .map(
      (name) => `\`gate.metrics\` names \`${name}\`, which no check asked here is called: it gates nothing (${known}).`,
    );
}
