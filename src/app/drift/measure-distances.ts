import type { DriftLine, DriftRun } from '../../core/drift/drift-line.ts';
import { type Direction, directionOf } from '../../core/drift/sketch.ts';
import { withDistances } from '../../core/drift/with-distances.ts';
import type { Report } from '../../core/report/report.ts';
import { embeddingRequests, embedTexts, longestEmbedded } from '../monitor/embed-texts.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { DriftLimits, DriftPlace } from './drift-run.ts';

/** Lines with distances, what embedding took, and why there are none. */
export type MeasuredLines = {
  readonly lines: readonly DriftRun[];
  readonly spent: readonly Pick<Report, 'calls' | 'costUsd'>[];
  readonly notes: readonly string[];
};

/** Embedded in each run: where its vector is another, it is the embedding model that moved. */
const same = 'The shop is open from nine to five, and closed on Sundays.';

/**
 * Adds how far replies are from what was meant before, where the config names a model for `embeddings`.
 * @param earlierOf a row's lines of earlier runs, in order of time
 */
export async function measureDistances(
  lines: readonly DriftRun[],
  report: Report,
  earlierOf: (line: DriftRun) => readonly DriftLine[],
  ports: ReviewPorts,
  { settings, at }: DriftPlace,
  left: DriftLimits,
): Promise<MeasuredLines> {
  const { embeddings } = settings;
  if (embeddings === undefined || !settings.drift.layers.includes('cases') || lines.length === 0)
    return { lines, spent: [], notes: [] };
  const limits = { maxCalls: left.calls, maxCostUsd: left.usd, limitsCost: true };
  const session = await ports.openAsking({ ...settings, ...limits }, left.calls);
  try {
    const texts = new Map(lines.map((line) => [line, textsOf(line, report)] as const));
    const all = [...texts.values()].flatMap((byCase) => [...byCase.values()].flat());
    const ask = { ...session.ask };
    // What an embedding model said in an earlier run says nothing of today.
    ask.reply = (call) => session.ask.reply({ ...call, notBefore: Date.parse(at) });
    const embedded = await embedTexts(embeddingRequests([same, ...all], embeddings), ask);
    const spent = [session.spent()];
    if (embedded.kind === 'failed') return { lines, spent, notes: [`Replies were not embedded: ${embedded.why}`] };
    const directions = new Map<string, Direction>();
    for (const [text, vector] of embedded.vectors) {
      const direction = directionOf([...vector]);
      if (direction !== undefined) directions.set(text, direction);
    }
    const own = directions.get(same);
    if (own === undefined) return { lines, spent, notes: ['Replies were not embedded: the vectors are empty.'] };
    const measured = lines.map((line) => {
      const directionsOf = ({ id }: DriftRun['cases'][number]): readonly Direction[] => {
        const said = texts.get(line)?.get(id) ?? [];
        const found = said.flatMap((text) => directions.get(text) ?? []);
        return found.length === said.length ? found : [];
      };
      return withDistances(line, directionsOf, own, earlierOf(line));
    });
    return { lines: measured, spent, notes: [] };
  } finally {
    await session.close();
  }
}

/** What was said to each case, in the order of its scored replies; nothing where one of them has no text. */
function textsOf({ prompt, model }: DriftRun, { prompts }: Report): ReadonlyMap<string, readonly string[]> {
  const row = prompts.find(({ path }) => path === prompt)?.models.find((one) => one.model.new === model);
  return new Map(
    (row?.cases ?? []).map(({ id, replies }) => {
      const scored = replies.filter(({ score, error }) => score !== undefined && error === undefined);
      const texts = scored.flatMap(({ text }) => (text === undefined || text.trim() === '' ? [] : [text]));
      return [id, texts.length === scored.length ? texts.map((text) => text.slice(0, longestEmbedded)) : []];
    }),
  );
}
