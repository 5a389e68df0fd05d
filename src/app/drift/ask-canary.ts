import { callFor, type Request } from '../../core/call.ts';
import type { CanaryLine, DriftLine, SearchLine } from '../../core/drift/drift-line.ts';
import { driftVersion } from '../../core/drift/drift-line.ts';
import { canaryRow } from '../../core/drift/read-history.ts';
import type { CanaryReply } from '../../core/drift/test-canary.ts';
import { hash } from '../../core/hash.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Answer } from '../../core/reply.ts';
import type { ModelRef } from '../../core/row.ts';
import type { AskingSession } from '../review/review-ports.ts';

/** Replies to an input and run. */
const replies = 10;
/** What is asked for its log-probabilities: the shortest of prompts does (arXiv 2512.03816). */
const plainInput = 'x';
/** Border inputs that are wanted, and askings that tell whether an input is one. */
const mostBorders = 5;
const askings = 3;
const atOnce = 20;

export type CanaryAsked = {
  readonly model: ModelRef;
  /** As the history names it. */
  readonly name: string;
  readonly at: string;
  readonly run: string;
  /** Tells askings of one run apart. */
  readonly round: string;
  /** The canary's own lines, in order of time. */
  readonly earlier: readonly DriftLine[];
  /** Calls that the search of border inputs may take, over all runs. */
  readonly setup: number;
};

/** What came of it: lines for the history, and where there is no reading, why. */
export type CanaryHeard = {
  readonly line?: CanaryLine;
  readonly search?: SearchLine;
  readonly why?: { readonly kind: 'failed' | 'none'; readonly what: string };
};

/**
 * Asks a model for what shows a silent change with few tokens: the log-probabilities of one token where its service gives them, else
 * what it says to inputs whose first token is a near tie at temperature 0. Those are searched for once, within a limit, by asking short
 * inputs three times each; a search that a limit ends goes on in the next run.
 */
export async function askCanary(asked: CanaryAsked, deps: Pick<AskingSession, 'ask' | 'mayAsk'>): Promise<CanaryHeard> {
  const last = asked.earlier.findLast((line) => line.kind === 'canary');
  const searched = asked.earlier.findLast((line) => line.kind === 'search');
  if (searched === undefined && last?.method !== 'border') {
    const params = { logprobs: true, top_logprobs: 20 };
    const heard = await askInput(plainInput, replies, params, asked, deps);
    if (typeof heard === 'string') return { why: { kind: 'failed', what: heard } };
    const listed = heard.flatMap(({ topLogprobs }) => (topLogprobs === undefined ? [] : [topLogprobs]));
    if (listed.length > 0)
      return { line: lineOf('logprobs', params, heard, [{ input: plainInput, replies: listed.map(rounded) }], asked) };
  }
  const search = await searchBorders(asked, searched, deps);
  if ('why' in search) return search;
  const { found, isOver, ...more } = search;
  if (!isOver) return more;
  if (found.length === 0)
    return {
      ...more,
      why: {
        kind: 'none',
        what: 'its service gives no log-probabilities, and no short input was found whose first token is a near tie at temperature 0. This is usual for reasoning models. Golden cases watch it.',
      },
    };
  const heard = await Promise.all(found.map((input) => askInput(input, replies, atZero, asked, deps)));
  const answers = heard.flatMap((one) => (typeof one === 'string' ? [] : one));
  if (answers.length === 0)
    return { ...more, why: { kind: 'failed', what: heard.find((one) => typeof one === 'string') ?? '' } };
  const inputs = found.flatMap((input, at) => {
    const said = heard[at] ?? '';
    return typeof said === 'string'
      ? []
      : [{ input, replies: said.map(({ text }) => ({ tokens: [text.slice(0, 40)], values: [1] })) }];
  });
  return { ...more, line: lineOf('border', atZero, answers, inputs, asked) };
}

const atZero = { temperature: 0 };

type Searched =
  | { readonly found: readonly string[]; readonly isOver: boolean; readonly search?: SearchLine }
  | { readonly why: NonNullable<CanaryHeard['why']> };

async function searchBorders(
  asked: CanaryAsked,
  before: SearchLine | undefined,
  deps: Pick<AskingSession, 'ask' | 'mayAsk'>,
): Promise<Searched> {
  let [tried, found] = [before?.tried ?? 0, before?.found ?? []];
  const most = Math.floor(asked.setup / askings);
  const isOver = (): boolean => found.length >= mostBorders || tried >= most;
  if (before !== undefined && isOver()) return { found, isOver: true };
  while (!isOver() && deps.mayAsk(atOnce * askings) === 'complete') {
    const inputs = Array.from({ length: Math.min(atOnce, most - tried) }, (_, at) => shortInput(tried + at));
    const heard = await Promise.all(inputs.map((input) => askInput(input, askings, atZero, asked, deps)));
    const fault = heard.find((one) => typeof one === 'string');
    if (fault !== undefined) return { why: { kind: 'failed', what: fault } };
    const borders = inputs.filter((_, at) => {
      const said = heard[at] ?? '';
      return typeof said !== 'string' && new Set(said.map(({ text }) => text)).size > 1;
    });
    tried += inputs.length;
    found = [...found, ...borders].slice(0, mostBorders);
  }
  const { name, at, run } = asked;
  const search: SearchLine = { kind: 'search', ...placeOf({ name, at, run }), tried, found };
  return { found, isOver: isOver(), search };
}

/** Three letters, another each time: 7,919 has no factor in common with 26³. */
function shortInput(index: number): string {
  const number = (index * 7_919) % 17_576;
  return [676, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(number / place) % 26))).join('');
}

/** @returns answers; where none came, why */
async function askInput(
  input: string,
  times: number,
  params: JsonObject,
  asked: CanaryAsked,
  { ask }: Pick<AskingSession, 'ask'>,
): Promise<readonly Answer[] | string> {
  const request = requestOf(input, params, asked);
  const heard = await Promise.all(
    // Asked anew in each run: what was kept says nothing of today.
    Array.from({ length: times }, (_, trial) =>
      ask.reply(callFor(request, trial, 'reply', `canary ${asked.run} ${asked.at} ${asked.round}`)),
    ),
  );
  const answers = heard.flatMap((reply) => (reply.kind === 'answered' ? (ask.kept(reply.call) ?? []) : []));
  const lost = heard.find((reply) => reply.kind === 'failed');
  return answers.length === 0 ? (lost?.message ?? 'its answers are not kept') : answers;
}

function requestOf(input: string, params: JsonObject, { model }: Pick<CanaryAsked, 'model'>): Request {
  const { max_completion_tokens: _, ...usual } = model.params;
  return {
    kind: 'chat',
    provider: model.provider,
    model: model.model,
    messages: [{ role: 'user', content: input }],
    params: { ...usual, ...params, max_tokens: 1 },
  };
}

function placeOf({ name, at, run }: Pick<CanaryAsked, 'name' | 'at' | 'run'>) {
  return { version: driftVersion, at, run, prompt: canaryRow, model: name } as const;
}

function lineOf(
  method: CanaryLine['method'],
  params: JsonObject,
  answers: readonly Answer[],
  inputs: CanaryLine['inputs'],
  asked: CanaryAsked,
): CanaryLine {
  const byModel = Map.groupBy(answers, ({ servedModel }) => servedModel);
  const requests = inputs.map(({ input }) => requestOf(input, params, asked));
  return {
    kind: 'canary',
    ...placeOf(asked),
    method,
    probe: hash(requests).slice(0, 16),
    served: [...byModel]
      .map(([model, held]) => ({ model, replies: held.length }))
      .toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)),
    inputs,
  };
}

/** The history holds thousandths of a nat, of the likeliest tokens. */
function rounded(likely: NonNullable<Answer['topLogprobs']>): CanaryReply {
  const kept = likely.slice(0, 10);
  return {
    tokens: kept.map(({ token }) => token),
    values: kept.map(({ logprob }) => Math.round(logprob * 1000) / 1000),
  };
}
