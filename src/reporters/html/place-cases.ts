import type { Report, ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { type Outcome, outcomeOf, outcomes } from '../wording/outcome.ts';

/** A case of a prompt with what it came to on each model. */
export type MatrixCase = {
  readonly prompt: ReportPrompt;
  readonly id: string;
  readonly exam: ReportPrompt['exam'][number] | undefined;
  /** One a column; undefined where the model was not asked. */
  readonly on: readonly (ReportCase | undefined)[];
  /** The worst over the models. */
  readonly outcome: Outcome;
};

export type Matrix = { readonly models: readonly string[]; readonly cases: readonly MatrixCase[] };

/** The cases × models of a report: prompts in its order, in each what broke first, then on most models, then the deepest fall. */
export function placeCases({ prompts }: Report): Matrix {
  const models = [...new Set(prompts.flatMap(({ models: rows }) => keyed(rows).map(([key]) => key)))];
  const cases = prompts.flatMap((prompt) => {
    const exam = new Map(prompt.exam.map((one) => [one.id, one]));
    const rows = new Map(keyed(prompt.models).map(([key, row]) => [key, new Map(keyed(row.cases))]));
    const keys = [...new Set([...rows.values()].flatMap((held) => [...held.keys()]))];
    const placed = keys.map((key): MatrixCase => {
      const on = models.map((model) => rows.get(model)?.get(key));
      const id = on.find((one) => one !== undefined)?.id ?? key;
      return { prompt, id, exam: exam.get(id), on, outcome: worstOf(on) };
    });
    return placed.toSorted((one, other) => compare(rankOf(one), rankOf(other)));
  });
  return { models: models.map((key) => key.replace(/\n\d+$/u, '')), cases };
}

/** By id; one that comes again, by how often it came before. */
function keyed<Held extends { readonly id: string }>(held: readonly Held[]): readonly (readonly [string, Held])[] {
  const seen = new Map<string, number>();
  return held.map((one) => {
    const before = seen.get(one.id) ?? 0;
    seen.set(one.id, before + 1);
    return [before === 0 ? one.id : `${one.id}\n${before}`, one];
  });
}

function worstOf(on: MatrixCase['on']): Outcome {
  const found = new Set(on.flatMap((one) => (one === undefined ? [] : [outcomeOf(one)])));
  return outcomes.find((outcome) => found.has(outcome)) ?? 'holds';
}

function rankOf({ outcome, on }: MatrixCase): readonly number[] {
  const alike = on.filter((one) => one !== undefined && outcomeOf(one) === outcome).length;
  const deltas = on.flatMap((one) => one?.delta ?? []);
  return [outcomes.indexOf(outcome), -alike, Math.min(0, ...deltas)];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
