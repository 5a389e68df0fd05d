import type { GoldenCase, NotRun } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { showOnOneLine } from '../../../core/text/show-hidden.ts';
import { expandVars, readVars, transformVars } from './expand-vars.ts';
import { fillText } from './fill-value.ts';
import type { Part } from './part.ts';
import { collectAssertions, readAssertion } from './read-assertion.ts';
import { readScript, readScriptFile } from './read-scripts.ts';
import type { SuiteReading } from './suite-reading.ts';
import type { ReadCheck } from './to-check.ts';

/** A case of a suite that was not named yet. */
export type SuiteCase = Omit<GoldenCase, 'id'> & {
  readonly description?: string;
  /** Labels or ids of the prompts it is for; absent: all of the config. */
  readonly prompts?: readonly string[];
  /** The conversation it is a turn of, where its prompt takes in what was said before. */
  readonly conversation: string;
  /** Later tests find the reply to it under this name. */
  readonly storesAs?: string;
  /** Something is made of its reply before that. */
  readonly isRemade?: true;
  /** What it asks and asserts, as far as it may name what another test stores. */
  readonly written: string;
};

/** Keys of a test that decide nothing here, with why. */
const unused = {
  'options.repeat': 'the review decides itself how often a case is asked',
  provider: 'the review asks the models that it is configured with',
  providers: 'the review asks the models that it is configured with',
  'options.provider': '`judge` of the config grades',
} as const;

/**
 * Reads a test with what `defaultTest` says of all: a case for every combination of its vars.
 * @param layers the test; of a scenario its data, and over them the test
 * @param scenario which one that is
 */
export function readTest(
  layers: readonly [Part, ...Part[]],
  defaults: Part | undefined,
  config: string,
  reading: SuiteReading,
  scenario?: number,
): readonly SuiteCase[] {
  const all = [...(defaults === undefined ? [] : [defaults]), ...layers];
  const either = (key: string): Part | undefined => {
    const found = all.map((layer) => key.split('.').reduce<Part | undefined>((part, step) => part?.child(step), layer));
    return found.findLast((part) => part !== undefined);
  };
  const test = layers.at(-1) ?? layers[0];
  const vars = new Map(all.flatMap((layer) => [...readVars(layer.child('vars'), reading)]));
  const remade = transformVars(vars, either('options.transformVars'), config, reading);
  const expanded = expandVars(remade.vars, either('options.disableVarExpansion')?.value === true, config, reading);
  const asserting = either('options.disableDefaultAsserts')?.value === true ? layers : all;
  const assertions = asserting.flatMap((layer) => collectAssertions(layer.child('assert'), config, reading));
  const written = either('options.transform') ?? either('options.postprocess');
  const transform = written === undefined ? undefined : readScript(written, config, reading);
  const scored = either('assertScoringFunction');
  const scoring = scored === undefined ? undefined : readScriptFile(String(scored.value), scored, config, reading);
  const notRun = [
    ...expanded.notRun,
    ...remade.notRun,
    ...(transform?.kind === 'not-run' && written !== undefined
      ? lost('options.transform', written, transform.why)
      : []),
    ...notDone('providerOutput', either('providerOutput')),
    ...(scoring?.kind === 'not-run' && scored !== undefined ? lost('assertScoringFunction', scored, scoring.why) : []),
  ];
  for (const [key, why] of Object.entries(unused)) {
    const part = either(key);
    if (part !== undefined) reading.notes.push({ text: `A test’s \`${key}\` is not used: ${why}.`, at: part.at() });
  }
  const prompts = either('prompts')
    ?.items()
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const threshold = either('threshold')?.value;
  const storesAs = either('options.storeOutputAs')?.value;
  const wrap = {
    prefix: textAround(all, 'prefix'),
    suffix: textAround(all, 'suffix'),
  };
  const shared = {
    tags: tagsIn(Object.assign({}, ...all.map((layer) => mapIn(layer.child('metadata'))))),
    weight: 1,
    ...(typeof threshold === 'number' && { min: threshold }),
    history: [],
    ...((wrap.prefix !== '' || wrap.suffix !== '') && { wrap }),
    callsAsText: true as const,
    conversation: JSON.stringify([config, either('metadata.conversationId')?.value ?? scenario ?? null]),
    at: test.at(),
    ...(typeof storesAs === 'string' && { storesAs }),
    ...(written !== undefined && { isRemade: true as const }),
    written: JSON.stringify([[...vars.values()].map(({ value }) => value), assertions.map(({ value }) => value)]),
    ...(prompts !== undefined && prompts.length > 0 && { prompts }),
  };
  return expanded.combinations.map((combination): SuiteCase => {
    const context = contextIn(combination);
    const about = {
      vars: combination,
      config,
      ownRubric: either('options.rubricPrompt') !== undefined,
      hasContext: context.length > 0,
      suite: reading,
      share: 1,
      transforms: transform?.kind === 'script' ? [transform.script] : [],
    };
    const read = assertions.map((assertion) => readAssertion(assertion, about));
    const { checks: named, ...judged } = settleReferences(read.flatMap((one) => one.checks));
    const failed = [...read.flatMap((one) => one.notRun), ...judged.notRun];
    const weightless = named.every(({ weight }) => weight === 0);
    const checks = tellApart(named.map(({ metric: _, ...check }) => check));
    const description = describe(either('description')?.value, combination, reading);
    return {
      ...shared,
      vars: combination,
      context,
      ...(description !== undefined && { description }),
      ...(judged.reference !== undefined && { reference: judged.reference }),
      checks: weightless ? [] : checks,
      ...(scoring?.kind === 'script' && { scoring: { script: scoring.script, metrics: metricsIn(named, checks) } }),
      // A test that asserts nothing is not asked; there is nothing that a transform could have changed.
      // A script cannot score what one of its metrics lacks.
      notRun:
        assertions.length === 0
          ? []
          : [...notRun, ...failed.map((one) => (scoring === undefined ? one : { ...one, whole: true as const }))],
    };
  });
}

/** A text around the prompt, by the last layer that has one: an empty one is none. */
function textAround(layers: readonly Part[], key: 'prefix' | 'suffix'): string {
  const texts = layers.map((layer) => layer.child('options')?.child(key)?.value);
  const found = texts.findLast((text) => text !== undefined && text !== null && text !== '');
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

function notDone(name: string, part: Part | undefined): readonly NotRun[] {
  return part === undefined ? [] : lost(name, part, 'no prompt can change a reply that is written in the test');
}

function lost(name: string, part: Part, why: string): readonly NotRun[] {
  return [{ name, at: part.at(), why, whole: true }];
}

function describe(written: Json | undefined, vars: JsonObject, reading: SuiteReading): string | undefined {
  if (typeof written !== 'string') return undefined;
  const filled = fillText(written, vars, reading);
  const line = showOnOneLine(filled.kind === 'filled' ? filled.value : written, 120);
  return line === '' ? undefined : line;
}

function contextIn({ context }: JsonObject): readonly string[] {
  if (typeof context === 'string') return context === '' ? [] : [context];
  return Array.isArray(context) ? context.flatMap((one: Json) => (typeof one === 'string' ? [one] : [])) : [];
}

/** Metadata as tags: `key=value`, as promptfoo filters by it, and the items of `tags` as they are. */
function tagsIn(metadata: JsonObject): readonly string[] {
  const tags = Object.entries(metadata).flatMap(([key, value]) => {
    const items = (Array.isArray(value) ? value : [value]).filter(
      (one: Json) => typeof one === 'string' || typeof one === 'number',
    );
    return items.map((one: string | number) => (key === 'tags' ? String(one) : `${key}=${one}`));
  });
  return [...new Set(tags)];
}

function mapIn(part: Part | undefined): JsonObject {
  return isObject(part?.value) ? part.value : {};
}

type Settled = Pick<GoldenCase, 'notRun'> & {
  readonly checks: readonly ReadCheck[];
  readonly reference?: string;
};

/** A case has one reference: checks that need another are not run. */
function settleReferences(checks: ReturnType<typeof readAssertion>['checks']): Settled {
  const reference = checks.find((check) => check.reference !== undefined)?.reference;
  const fits = (own: string | undefined): boolean => own === undefined || own === reference;
  return {
    checks: checks.flatMap(({ reference: own, ...check }) => (fits(own) ? [check] : [])),
    notRun: checks.flatMap(({ reference: own, kind, at }) =>
      fits(own) ? [] : [{ name: kind, at, why: 'the case has another reference already' }],
    ),
    ...(reference !== undefined && { reference }),
  };
}

/** The metrics that assertions are written to be of, with the names that their checks go by. */
function metricsIn(
  written: readonly ReadCheck[],
  named: GoldenCase['checks'],
): NonNullable<GoldenCase['scoring']>['metrics'] {
  const found = written.flatMap(({ metric }, index) => {
    const check = named[index]?.name;
    return metric === undefined || check === undefined ? [] : [{ metric, check }];
  });
  return [...Map.groupBy(found, ({ metric }) => metric)].map(([name, held]) => ({
    name,
    checks: held.map(({ check }) => check),
  }));
}

/** Assertions may share a metric, or be the same; the report tells checks apart by their names. */
function tellApart(checks: GoldenCase['checks']): GoldenCase['checks'] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const key = JSON.stringify([check.kind, check.name]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? check : { ...check, name: `${check.name} (${before + 1})` };
  });
}
