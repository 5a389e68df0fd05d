import type { Report } from '../../core/report/report.ts';
import type { BothSides } from '../../core/side.ts';
import type { ScoreFile, ScoreFileKind } from '../../formats/scores/types.ts';

/** How each tool is told to measure a case several times. */
const repeating = {
  report: (times) => `save the reports under \`sampling: fixed\` with \`trials: ${times}\``,
  scores: (times) => `list ${times} or more: \`{"case": [1, 0, 1]}\``,
  table: (times) => `write ${times} rows or more for it`,
  promptfoo: (times) => `run \`promptfoo eval --repeat ${times}\``,
  inspect: (times) => `run \`inspect eval --epochs ${times}\``,
} as const satisfies Record<ScoreFileKind, (times: number) => string>;

/** What files lack in which not even a case that breaks completely could be proven, and how to come by it. */
export function wordTooFew(files: BothSides<ScoreFile>, prompts: Report['prompts']): readonly string[] {
  const blind = prompts
    .flatMap(({ models }) => models)
    .flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === 'blind' ? [reason] : [])));
  const [first] = blind;
  if (first === undefined) return [];
  const held = first.trials === 1 ? 'one score' : `${first.trials} scores`;
  const lacks = `The files hold ${held} a case, and one case that goes from right to wrong may then be chance.`;
  const needed = Math.max(...blind.map(({ trialsNeeded }) => trialsNeeded ?? 0));
  if (needed === 0) return [`${lacks} With so few cases no number of scores would tell: add cases.`];
  const kinds = [...new Set([files.old.kind, files.new.kind])];
  return [
    `${lacks} Measure each case ${needed} times on both sides: ${kinds.map((kind) => repeating[kind](needed)).join('; ')}.`,
  ];
}
