import type { JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { collectTests } from './collect-tests.ts';
import { findFiles } from './find-files.ts';
import { followReference, type Part, partOf } from './part.ts';
import type { Config } from './read-config.ts';
import { type ConfigParameters, readParameters } from './read-parameters.ts';
import { readScriptFile } from './read-scripts.ts';
import { readTest, type SuiteCase } from './read-test.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

/** Most cases of one config: more is a mistake in its lists. */
const mostCases = 5_000;
/** Most characters that their vars hold together: a long file in the vars of every case comes to more. */
const mostText = 20_000_000;

/** Keys of a config that are not used here, with why. */
const unused = {
  extensions: 'hooks are not run',
  redteam: 'generated attacks are not run',
  derivedMetrics: 'they sum up metrics over all tests, and decide nothing',
  env: 'templates see no environment',
  evaluateOptions: 'the review decides itself how often, and how many at once, it asks',
} as const;

/** The tests of a config as cases, and what its prompts are asked with. */
export type Suite = { readonly cases: readonly SuiteCase[]; readonly params: ConfigParameters['of'] };

/** Reads a config's tests, `defaultTest` taken in, and parameters. Problems, notes and needs go to the reading. */
export function readSuite(config: Config, reading: SuiteReading): Suite {
  const { of, taken } = readParameters(config, reading);
  const asked = 'the review asks the models that it is configured with, and its own judge';
  for (const key of ['providers', 'targets']) {
    const at = config.root.child(key)?.at('key');
    if (at === undefined) continue;
    const names = taken.map((name) => `\`${name}\``).join(', ');
    const text = taken.length === 0 ? `\`${key}\` is not used` : `Of \`${key}\` only ${names} is used`;
    reading.notes.push({ text: `${text}: ${asked}.`, at });
  }
  return { cases: readCases(config, reading), params: of };
}

function readCases({ root, path }: Config, outer: SuiteReading): readonly SuiteCase[] {
  const reading = { ...outer, filters: filtersOf(root.child('nunjucksFilters'), path, outer) };
  for (const [key, why] of Object.entries(unused)) {
    const part = root.child(key);
    if (part !== undefined) reading.notes.push({ text: `\`${key}\` is not used: ${why}.`, at: part.at('key') });
  }
  const defaults = defaultsOf(root.child('defaultTest'), path, reading);
  const cases: SuiteCase[] = [];
  let size = 0;
  for (const { layers, scenario } of testsOf(root, defaults, reading)) {
    const made = readTest(layers, layers[0] === defaults ? undefined : defaults, path, reading, scenario);
    for (const one of made) cases.push(one);
    size += made.reduce((sum, { vars }) => sum + sizeOf(vars), 0);
    if (cases.length <= mostCases && size <= mostText) continue;
    const what =
      cases.length > mostCases
        ? `The tests make more than ${mostCases} cases.`
        : `The vars of the tests hold more than ${mostText} characters together.`;
    reading.problems.push({ reason: 'files', what, at: layers[0].at(), fix: 'Split the config.' });
    return [];
  }
  return cases;
}

type Test = { readonly layers: Parameters<typeof readTest>[0]; readonly scenario?: number };

/** The tests, and those of each scenario with each of its data, one by one: there may be a great many. Where a config has neither, `defaultTest` is one. */
function* testsOf(root: Part, defaults: Part | undefined, reading: SuiteReading): Generator<Test> {
  const [tests, scenarios] = [root.child('tests'), root.child('scenarios')];
  if (tests === undefined && scenarios === undefined && defaults?.child('assert') !== undefined)
    yield { layers: [defaults] };
  for (const test of collectTests(tests, reading)) yield { layers: [test] };
  for (const [index, scenario] of collectTests(scenarios, reading).entries()) {
    const own = scenario.child('tests');
    const combined = collectTests(own, reading);
    for (const data of collectTests(scenario.child('config'), reading)) {
      if (own === undefined) yield { layers: [data], scenario: index };
      for (const test of combined) yield { layers: [data, test], scenario: index };
    }
  }
}

function filtersOf(written: Part | undefined, config: string, reading: SuiteReading): SuiteReading['filters'] {
  if (!isObject(written?.value)) return [];
  return Object.entries(written.value).flatMap(([name, file]) => {
    const part = written.child(name) ?? written;
    const address = typeof file === 'string' ? `file://${file.replace(/^file:\/\//u, '')}` : '';
    const read = readScriptFile(address, part, config, reading);
    if (read.kind === 'script' && !/^[ \t]*export\b/mu.test(read.source)) return [{ name, source: read.source }];
    const why = read.kind === 'not-run' ? read.why : 'it must be a CommonJS file';
    if (read.kind !== 'none') reading.notes.push({ text: `The filter \`${name}\` is not run: ${why}.`, at: part.at() });
    return [];
  });
}

function sizeOf(vars: JsonObject): number {
  return Object.values(vars).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : JSON.stringify(value).length),
    0,
  );
}

function defaultsOf(written: Part | undefined, config: string, reading: SuiteReading): Part | undefined {
  if (typeof written?.value !== 'string') return written === undefined ? undefined : followReference(written);
  const at = written.at();
  const found = findFiles(written.value, config, reading.sources);
  const [path, ...others] = found.kind === 'found' ? found.paths : [];
  if (path === undefined || others.length > 0 || !/\.(?:json|ya?ml)$/iu.test(path)) {
    const why = found.kind === 'refused' ? found.why : 'it must be one JSON or YAML file';
    reading.problems.push({ reason: 'files', what: `\`defaultTest\` cannot be read: ${why}.`, at });
    return undefined;
  }
  reading.caseFiles.add(path);
  const read = parsedFile(path, at, reading);
  return read?.kind === 'read' ? partOf(read.located) : undefined;
}
