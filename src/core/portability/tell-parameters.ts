import type { JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { CellRun, SideRun } from '../run/trial-run.ts';

/** What became of the parameters that a prompt sets on a model. */
export type ToldParameters = { readonly refused: readonly string[]; readonly ignored: readonly string[] };

/** Checks that read whether a reply has its form, whatever it says. */
const ofForm: ReadonlySet<string> = new Set([
  ...['json', 'json-schema', 'contains-json', 'output-schema', 'valid-tool-calls'],
  ...['xml', 'contains-xml', 'html', 'contains-html', 'sql', 'contains-sql'],
]);

/**
 * Parameters that the service refused (it named them, and they were left out), and those that it took without a word though the
 * replies show nothing of them. A service never says the latter, so only what replies can show is told.
 */
export function tellParameters(cells: readonly CellRun[]): ToldParameters {
  const refused = new Set(
    cells.flatMap(({ trials }) =>
      trials.flatMap((trial) => {
        const { reply } = trial.new;
        const adapted = reply.kind === 'answered' ? (reply.answer.adapted ?? {}) : {};
        return Object.entries(adapted).flatMap(([name, instead]) => (instead === null ? [name] : []));
      }),
    ),
  );
  const names = new Set(cells.flatMap(({ cell }) => Object.keys(cell.new?.params ?? {})));
  const ignored = [...names].filter((name) => !refused.has(name) && signs[name]?.(cells) === true);
  return { refused: [...refused].toSorted(), ignored: ignored.toSorted() };
}

/** Replies that a check of their form failed, of those that such a check read. */
export function countFormatErrors(cells: readonly CellRun[]): { readonly failed: number; readonly of: number } {
  const read = cells.flatMap(({ trials }) =>
    trials.flatMap((trial) => {
      const checks = trial.new.score.checks.filter((check) => check.kind === 'scored' && ofForm.has(check.scorer));
      return checks.length === 0 ? [] : [checks.some((check) => check.kind === 'scored' && check.value < 1)];
    }),
  );
  return { failed: read.filter(Boolean).length, of: read.length };
}

/** By what a parameter that is set and does nothing gives itself away. */
const signs: Readonly<Record<string, (cells: readonly CellRun[]) => boolean>> = {
  // Asked for the most likely words, a model repeats itself but for the rare tie.
  temperature: (cells) => seldomRepeats(cells.filter(({ cell }) => cell.new?.params['temperature'] === 0)),
  max_tokens: (cells) => goesOver(cells, 'max_tokens'),
  max_completion_tokens: (cells) => goesOver(cells, 'max_completion_tokens'),
  reasoning_effort: (cells) => everReasons(cells) === false,
  response_format: (cells) => {
    const wanting = cells.filter(({ cell }) => wantsJson(cell.new?.params ?? {}));
    const { failed, of } = countFormatErrors(wanting);
    return of > 0 && failed > of / 2;
  },
};

/** Whether of cases that were asked several times most got as many different replies. */
function seldomRepeats(cells: readonly CellRun[]): boolean {
  const several = cells
    .map(({ trials }) => trials.flatMap((trial) => trial.new.said ?? []))
    .filter((said) => said.length > 1);
  const varied = several.filter((said) => new Set(said).size === said.length);
  return several.length > 1 && varied.length > several.length / 2;
}

/** Whether a reply has more tokens than were allowed, by the service's own count. */
function goesOver(cells: readonly CellRun[], name: string): boolean {
  return cells.some(({ cell, trials }) => {
    const limit = cell.new?.params[name];
    if (typeof limit !== 'number' || cell.scenario !== undefined) return false;
    return trials.some((trial) => {
      const usage = usageOf(trial.new);
      return usage?.estimated !== true && (usage?.outputTokens ?? 0) > limit;
    });
  });
}

/** Whether an effort was spent where one was asked for; undefined where the service does not count it. */
function everReasons(cells: readonly CellRun[]): boolean | undefined {
  const asked = cells.filter(({ cell }) => !['none', 'minimal', undefined].includes(effortOf(cell.new?.params)));
  const counted = asked.flatMap(({ trials }) => trials.flatMap((trial) => usageOf(trial.new)?.reasoningTokens ?? []));
  return counted.length === 0 ? undefined : counted.some((tokens) => tokens > 0);
}

function effortOf(params: JsonObject = {}): string | undefined {
  const effort = params['reasoning_effort'];
  return typeof effort === 'string' ? effort : undefined;
}

function wantsJson(params: JsonObject): boolean {
  const format = params['response_format'];
  return isObject(format) && (format['type'] === 'json_object' || format['type'] === 'json_schema');
}

function usageOf({ reply }: SideRun) {
  return reply.kind === 'answered' ? reply.answer.usage : undefined;
}
