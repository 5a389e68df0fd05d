import { triggerCheck } from '../../core/agents/trigger-cases.ts';
import { findDuplicates, idOf } from '../../core/cases/case-ids.ts';
import {
  casesFileForms,
  casesFileKeys,
  type WrittenCase,
  type WrittenDefaults,
} from '../../core/cases/cases-file-schema.ts';
import type { CheckReading } from '../../core/cases/read-check.ts';
import { readChecks } from '../../core/cases/read-default-checks.ts';
import { tooManyCases } from '../../core/cases/too-many-cases.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { Check, GoldenCase } from '../../core/golden-case.ts';
import type { Json } from '../../core/json.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { explainIssues } from '../../core/yaml/explain-issues.ts';
import type { Located, LocatedRead, Path } from '../../core/yaml/located.ts';
import { byName } from '../by-name.ts';
import * as forms from './forms.ts';
import { yamlCases } from './read-yaml-cases.ts';
import type { CaseForm } from './types.ts';

/** Forms of files of golden cases. */
export const caseForms: readonly CaseForm[] = byName(forms);

/** The golden cases of a file, or everything that is wrong with it. */
export type CasesRead =
  | { readonly kind: 'cases'; readonly cases: readonly GoldenCase[] }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Most problems told of one file: the first of them is mended first. */
const mostProblems = 20;

/**
 * Reads a file of golden cases (`.yml`, `.yaml`, `.json`, `.jsonl`, `.csv`). Never throws on bad input.
 * @param outer checks of the config's `defaults`, which those of the file and of each case add to or replace.
 */
export function readCases(path: string, text: string, kinds: CheckKinds, outer: readonly Check[]): CasesRead {
  const read = readByEnding(path, text, kinds);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const many = tooManyCases(countWritten(located.value), path);
  if (many !== undefined) return { kind: 'broken', problems: [many] };
  const problems: Problem[] = [];

  const file = parseFile(located, problems);
  const reading: CheckReading = { located, kinds, reason: 'files', shared: new Map() };
  const defaults = readChecks(file.defaults.checks ?? [], ['defaults', 'checks'], reading, problems);
  const cases = file.cases.flatMap((written, index) => {
    if (written === undefined) return [];
    const at = [...file.under, index];
    const own = readChecks(written.checks ?? [], [...at, 'checks'], reading, problems);
    // What is asked of replies in general says nothing of a pick.
    const checks =
      written.triggers === undefined
        ? mergeChecks(outer, defaults, own)
        : mergeChecks([triggerCheck(written.triggers, located.at([...at, 'triggers'], 'key'))], own);
    return toGoldenCase(written, file.defaults, checks, located.at(at));
  });
  const all = [...problems, ...findDuplicates(cases), ...cases.flatMap(findWeightless)];
  const [first, ...rest] = all.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
  return first === undefined
    ? { kind: 'cases', cases }
    : { kind: 'broken', problems: [first, ...rest.slice(0, mostProblems - 1)] };
}

/** How many cases a file writes, before any is looked at. */
function countWritten(value: Json): number {
  const cases = isObject(value) ? value['cases'] : value;
  return Array.isArray(cases) ? cases.length : 0;
}

function readByEnding(path: string, text: string, kinds: CheckKinds): LocatedRead {
  const ofEnding = caseForms.filter(({ endings }) => endings.some((ending) => path.endsWith(ending)));
  const form =
    ofEnding.find(({ recognises }) => recognises?.(text)) ??
    ofEnding.find(({ recognises }) => recognises === undefined) ??
    yamlCases;
  return form.read(text, path, kinds);
}

type WrittenFile = {
  readonly defaults: WrittenDefaults;
  readonly cases: readonly (WrittenCase | undefined)[];
  readonly under: Path;
};

function parseFile(located: Located, problems: Problem[]): WrittenFile {
  const nothing: WrittenFile = { defaults: {}, cases: [], under: [] };
  // An empty file is an empty list: a team that begins one is not at fault.
  if (located.value === null) return nothing;
  if (Array.isArray(located.value)) {
    const parsed = casesFileForms.list.safeParse(located.value, { reportInput: true });
    if (parsed.success) return { ...nothing, cases: parsed.data };
    problems.push(...explainIssues(parsed.error.issues, located, keysAt));
    return { ...nothing, cases: readableCases(located.value) };
  }
  const parsed = casesFileForms.withDefaults.safeParse(located.value, { reportInput: true });
  if (parsed.success) return { defaults: parsed.data.defaults ?? {}, cases: parsed.data.cases, under: ['cases'] };
  problems.push(...explainIssues(parsed.error.issues, located, keysAt));
  const held = isObject(located.value) ? located.value : {};
  const defaults = casesFileForms.defaults.safeParse(knownOf(held['defaults'], casesFileKeys.defaults));
  return {
    defaults: defaults.success ? defaults.data : {},
    cases: readableCases(held['cases']),
    under: ['cases'],
  };
}

/** Cases of a file with a fault, without their unknown keys, so that all else that is wrong is told beside it. */
function readableCases(written: Json | undefined): readonly (WrittenCase | undefined)[] {
  if (!Array.isArray(written)) return [];
  return written.map((one: Json) => casesFileForms.goldenCase.safeParse(knownOf(one, casesFileKeys.case)).data);
}

function knownOf(value: Json | undefined, keys: readonly string[]): Json | undefined {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : value;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return casesFileKeys.file;
  if (path.includes('history')) return casesFileKeys.message;
  if (path.includes('tools')) return casesFileKeys.result;
  return path[0] === 'defaults' ? casesFileKeys.defaults : casesFileKeys.case;
}

function toGoldenCase(
  written: WrittenCase,
  defaults: WrittenDefaults,
  checks: readonly Check[],
  at: Position,
): GoldenCase {
  const vars = { ...defaults.vars, ...written.vars };
  const history = written.history ?? [];
  const segment = written.segment ?? defaults.segment;
  const min = written.min ?? defaults.min;
  const user = written.user ?? defaults.user;
  const prompt = written.prompt ?? defaults.prompt;
  const maxSteps = written['max-steps'] ?? defaults['max-steps'];
  return {
    id: written.id ?? idOf(vars, history, written.user),
    ...(prompt !== undefined && { prompt }),
    ...(segment !== undefined && { segment }),
    tags: [...new Set([...(defaults.tags ?? []), ...(written.tags ?? [])])],
    weight: written.weight ?? defaults.weight ?? 1,
    ...(min !== undefined && { min }),
    vars,
    context: written.context ?? [],
    ...(written.reference !== undefined && { reference: written.reference }),
    ...(written.label !== undefined && { label: written.label }),
    ...(user !== undefined && { user }),
    history,
    ...toolsOf(written, defaults),
    ...(maxSteps !== undefined && { maxSteps }),
    checks,
    notRun: [],
    at,
  };
}

/** A tool that a case answers for itself is answered by the case alone. */
function toolsOf({ tools: own }: WrittenCase, { tools: outer }: WrittenDefaults): Pick<GoldenCase, 'tools'> {
  if (own === undefined && outer === undefined) return {};
  const tools = { ...outer, ...own };
  return {
    tools: Object.fromEntries(
      Object.entries(tools).map(([name, results]) => [
        name,
        results.map(({ when, returns }) => ({ ...(when !== undefined && { when }), returns })),
      ]),
    ),
  };
}

function findWeightless({ id, checks, at }: GoldenCase): readonly Problem[] {
  if (checks.length === 0 || checks.some(({ weight }) => weight > 0)) return [];
  return [
    { reason: 'files', what: `All checks of the case \`${id}\` weigh 0.`, at, fix: 'Give one of them a weight.' },
  ];
}

/** Checks of several levels added up, outermost first: an inner one replaces an outer one of the same kind and name in its place. */
export function mergeChecks(...levels: readonly (readonly Check[])[]): readonly Check[] {
  const merged = new Map<string, Check>();
  for (const check of levels.flat()) merged.set(JSON.stringify([check.kind, check.name]), check);
  return [...merged.values()];
}
