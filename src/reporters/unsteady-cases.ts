import type { Report, ReportCase, ReportPrompt, ReportRow } from '../core/report/report.ts';
import { failedChecks } from './pick-replies.ts';

/** A case of a check that does not pass everywhere, with what it came to on each model. */
export type UnsteadyCase = {
  readonly prompt: ReportPrompt;
  readonly id: string;
  /** In the order of `modelsOf`; a model that was not asked has none. */
  readonly onModels: readonly (ReportCase | undefined)[];
  /** Names of the checks that replies fail on any model, most often first. */
  readonly fails: readonly string[];
};

const told: ReadonlySet<ReportCase['state']> = new Set(['failing', 'flaky', 'unscored']);

/** The models of a report, each once, in their order. */
export function modelsOf({ prompts }: Report): readonly string[] {
  return [...new Set(prompts.flatMap(({ models }) => models.map(({ id }) => id)))];
}

/** The cases that fail, are flaky or have no score on some model; those that fail on most models first. */
export function unsteadyCases(report: Report): readonly UnsteadyCase[] {
  const models = modelsOf(report);
  const found = report.prompts.flatMap((prompt) => {
    const ids = new Set(
      prompt.models.flatMap(({ cases }) => cases.filter(({ state }) => told.has(state)).map(({ id }) => id)),
    );
    return [...ids].map((id): UnsteadyCase => {
      const onModels = models.map((model) => caseOn(prompt.models, model, id));
      const replies = onModels.flatMap((one) => one?.replies ?? []);
      return { prompt, id, onModels, fails: failedChecks({ replies }) };
    });
  });
  return found.toSorted((a, b) => failing(b) - failing(a));
}

function caseOn(rows: readonly ReportRow[], model: string, id: string): ReportCase | undefined {
  return rows.find((row) => row.id === model)?.cases.find((one) => one.id === id);
}

function failing({ onModels }: UnsteadyCase): number {
  return onModels.filter((one) => one?.state === 'failing' || one?.state === 'unscored').length;
}
