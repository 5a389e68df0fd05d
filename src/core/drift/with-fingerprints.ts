import { showModel } from '../design/rows-of.ts';
import type { PromptRun } from '../run/trial-run.ts';
import type { DriftRun } from './drift-line.ts';

/** Fingerprints that a line tells apart: a service that has another for each reply would fill it. */
const most = 5;

/** A line with what the service called its set-up, reply by reply, beside the models that answered. @param runs what was asked */
export function withFingerprints(line: DriftRun, runs: readonly PromptRun[]): DriftRun {
  const answered = runs
    .filter(({ design }) => design.change.path === line.prompt)
    .flatMap(({ design, cells }) => {
      const rows = design.rows.filter(({ model }) => showModel(model.new) === line.model).map(({ id }) => id);
      return cells.filter(({ cell }) => rows.includes(cell.row)).flatMap(({ trials }) => trials);
    })
    .flatMap((trial) => (trial.new.reply.kind === 'answered' ? [trial.new.reply.answer] : []));
  if (answered.every(({ fingerprint }) => fingerprint === undefined)) return line;
  const prints = Map.groupBy(answered, ({ fingerprint }) => fingerprint);
  const frequent = [...prints].toSorted(([, a], [, b]) => b.length - a.length).slice(0, most);
  const told = new Set(frequent.map(([fingerprint]) => fingerprint));
  const alike = Map.groupBy(answered, ({ servedModel, fingerprint }) =>
    JSON.stringify([servedModel, told.has(fingerprint) ? (fingerprint ?? null) : null]),
  );
  const served = [...alike.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { servedModel: model, fingerprint } = first;
    const replies = 1 + more.length;
    return [fingerprint !== undefined && told.has(fingerprint) ? { model, fingerprint, replies } : { model, replies }];
  });
  return { ...line, served: served.toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)) };
}
