import type { Request } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { type CostOf, costByPrice, type Price } from '../../src/core/money/prices.ts';
import type { Usage } from '../../src/core/reply.ts';
import type { Row } from '../../src/core/row.ts';
import type { CellRun, SideRun } from '../../src/core/run/trial-run.ts';
import type { Side } from '../../src/core/side.ts';
import { aCase } from './golden-case.ts';

const listed: Readonly<Record<string, Price>> = {
  small: { input: 0.25, output: 2, cached: 0.025 },
  large: { input: 1.25, output: 10, cached: 0.125 },
};

export const costOfList: CostOf = (_, model, usage) => {
  const price = listed[model];
  return price === undefined ? undefined : costByPrice(usage, price);
};

export function rowOn(old: string, now = old, params: JsonObject = {}): Row {
  const ref = (model: string) => ({ provider: 'default', model, params });
  return { id: old === now ? old : `${old} → ${now}`, own: true, model: { old: ref(old), new: ref(now) } };
}

/** One reply of a side as its service counts and bills it. */
export type SpentReply = Usage & { readonly characters?: number; readonly score?: number; readonly refused?: true };

export type SpentCase = {
  readonly segment?: string;
  readonly vars?: JsonObject;
  readonly system?: Readonly<Record<Side, string>>;
  readonly question?: string;
  /** Pairs in order of their trials. */
  readonly pairs: readonly Readonly<Record<Side, SpentReply>>[];
};

export function spentCell(row: Row, key: string, one: SpentCase): CellRun {
  const { segment, vars = {}, system = { old: 'Be brief.', new: 'Be kind.' }, question = `Question ${key}?` } = one;
  const golden = { ...aCase(), vars, ...(segment === undefined ? {} : { segment }) };
  const request = (side: Side): Request => ({
    kind: 'chat',
    provider: row.model[side].provider,
    model: row.model[side].model,
    params: row.model[side].params,
    messages: [
      { role: 'system', content: system[side] },
      { role: 'user', content: question },
    ],
  });
  return {
    cell: {
      prompt: 'p',
      row: row.id,
      exam: { key, golden, family: 'base', version: 'head', weight: 1 },
      old: request('old'),
      new: request('new'),
      identical: false,
      comparison: key,
      copy: 0,
    },
    trials: one.pairs.map((pair, trial) => ({
      round: 1,
      uniform: true,
      trial,
      old: sideRun(row, 'old', pair.old),
      new: sideRun(row, 'new', pair.new),
    })),
  };
}

function sideRun(row: Row, side: Side, { characters = 40, score = 1, refused, ...usage }: SpentReply): SideRun {
  const { provider, model } = row.model[side];
  const costUsd = costOfList(provider, model, usage);
  const answer = {
    toolCalls: [],
    finishReason: 'stop',
    usage,
    servedModel: model,
    servedBy: provider,
    latencyMs: 1,
    at: 0,
  };
  return {
    reply: { kind: 'answered', call: '', answer, kept: false },
    score: { kind: 'scored', value: score, passes: score === 1, checks: [] },
    characters,
    ...(refused === undefined ? {} : { refused }),
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}
