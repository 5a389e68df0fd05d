import { z } from 'zod';
import type { Json, JsonObject } from '../json.ts';
import { nestingOf } from '../json-text/json-members.ts';
import { ProblemError } from '../problem.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { caseSchema, checkScoreSchema, replySchema, stepSchema, turnSchema, usageSchema } from './case-schema.ts';
import { promptSchema } from './prompt-schema.ts';
import { count } from './quantities.ts';
import { type Report, reportSchema } from './report.ts';
import { rowSchema } from './row-schema.ts';

/** Place in a list of `shared`, counted from 0. */
const placeIn = (list: string) => count.meta({ description: `Place in \`shared.${list}\`, counted from 0.` });

const sharingTrace = z.array(stepSchema.extend({ contexts: z.array(placeIn('texts')).exactOptional() }));
const sharingReply = replySchema.extend({
  text: placeIn('texts').exactOptional(),
  transcript: z
    .array(turnSchema.extend({ content: placeIn('texts'), trace: sharingTrace.exactOptional() }))
    .exactOptional(),
  trace: sharingTrace.exactOptional(),
  checks: z.array(placeIn('checks')),
  usage: placeIn('usages').exactOptional(),
  model: placeIn('models').exactOptional(),
});
const sharingCase = caseSchema.extend({ replies: z.array(sharingReply) });
const sharingRow = rowSchema.extend({ cases: z.array(sharingCase) });

/**
 * A long report as it is saved: what many replies have alike is told once under `shared`, and each reply names its places
 * there, under the names it has in a short one.
 */
const longReportSchema = reportSchema.extend({
  version: z.literal(2),
  prompts: z.array(promptSchema.extend({ models: z.array(sharingRow) })),
  shared: z.object({
    texts: z.array(z.string()),
    checks: z.array(checkScoreSchema),
    usages: z.array(usageSchema),
    models: z.array(z.string()),
  }),
});

/** A report as it is saved, short or long. */
export const savedReportSchema = z.union([reportSchema, longReportSchema]);

/**
 * A saved report with every reply told whole, as version 1 has it. What is no report of version 2 comes back as it is, and a
 * place that `shared` does not have stays a number: the schema tells what is wrong, and where.
 */
export function tellWhole(saved: Json): Json {
  if (!isObject(saved) || saved['version'] !== 2 || !isObject(saved['shared'])) return saved;
  const { shared, ...report } = saved;
  const listOf = (name: string): readonly Json[] => {
    const list = shared[name];
    return isList(list) ? list : [];
  };
  const [texts, checks, usages, models] = [listOf('texts'), listOf('checks'), listOf('usages'), listOf('models')];
  const lists = { texts, checks, usages, models };
  const inCase = (one: JsonObject): Json => eachOf(one, 'replies', (reply) => tellReply(reply, lists));
  const inRow = (row: JsonObject): Json => eachOf(row, 'cases', inCase);
  const inPrompt = (prompt: JsonObject): Json => eachOf(prompt, 'models', inRow);
  return { ...eachOf(report, 'prompts', inPrompt), version: 1 };
}

type Lists = Readonly<Record<'texts' | 'checks' | 'usages' | 'models', readonly Json[]>>;

function tellReply(reply: JsonObject, { texts, checks, usages, models }: Lists): Json {
  const { text, transcript, checks: places, usage, model } = reply;
  const step = (one: JsonObject): Json => {
    const { contexts } = one;
    return isList(contexts) ? { ...one, contexts: contexts.map((place) => tell(place, texts)) } : one;
  };
  const turn = (one: JsonObject): Json => ({
    ...eachOf(one, 'trace', step),
    content: tell(one['content'] ?? null, texts),
  });
  return {
    ...eachOf(reply, 'trace', step),
    ...(text === undefined ? {} : { text: tell(text, texts) }),
    ...(transcript === undefined ? {} : eachOf({ transcript }, 'transcript', turn)),
    ...(isList(places) ? { checks: places.map((place) => tell(place, checks)) } : {}),
    ...(usage === undefined ? {} : { usage: tell(usage, usages) }),
    ...(model === undefined ? {} : { model: tell(model, models) }),
  };
}

function tell(place: Json, list: readonly Json[]): Json {
  return typeof place === 'number' ? (list[place] ?? place) : place;
}

/** The object with each object of one of its lists replaced; without such a list as it is. */
function eachOf(held: JsonObject, key: string, replace: (item: JsonObject) => Json): JsonObject {
  const list = held[key];
  return isList(list) ? { ...held, [key]: list.map((item) => (isObject(item) ? replace(item) : item)) } : held;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Levels: far more than what a review writes has, and far fewer than what exhausts the stack of who walks it. */
const deepest = 1_000;

/** As `JSON.parse` gives it. */
const anyJson = z.custom<Json>(() => true);

/** A report that was saved: `promptgate.json`, or what `--json` printed. @throws ProblemError */
export function parseReport(text: string, file: string): Report {
  if (nestingOf(text) > deepest) throw unreadable(file, `it is nested deeper than ${deepest} levels`);
  const read = reportSchema.safeParse(tellWhole(parseJson(text, file)));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where =
    first === undefined || first.path.length === 0 ? '' : ` (at ${first.path.map(String).join('.')}: ${first.message})`;
  throw unreadable(file, `it is not a report of Promptgate, or one of another version${where}`);
}

function parseJson(text: string, file: string): Json {
  try {
    return anyJson.parse(JSON.parse(text));
  } catch (fault) {
    throw unreadable(file, `it is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function unreadable(file: string, why: string): ProblemError {
  return new ProblemError({
    reason: 'files',
    at: { file },
    what: `The report cannot be read: ${why}.`,
    fix: 'Name a promptgate.json as the artifact of a run holds it, or what `--json` printed.',
  });
}
