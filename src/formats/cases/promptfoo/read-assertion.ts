import type { CheckSet, NotRun } from '../../../core/golden-case.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { SandboxScript } from '../../../core/ports.ts';
import { type Position, showPosition } from '../../../core/problem.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { isOutside, mappedTypes, whyNotRun } from './assertion-types.ts';
import { fillText } from './fill-value.ts';
import { findFiles } from './find-files.ts';
import { judgedTypes } from './map-judged-assertion.ts';
import { asks, type MappedAssertion, type MappedCheck, notRun } from './mapped-assertion.ts';
import { followReference, type Part, partOf } from './part.ts';
import { readCode, readScripts, readValue } from './read-scripts.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';
import { type ReadCheck, toCheck } from './to-check.ts';

/** What an assertion comes to in one case. */
export type AssertionRead = {
  readonly checks: readonly ReadCheck[];
  readonly notRun: readonly NotRun[];
};

/** What the assertions of one case are read with. */
export type AssertionReading = {
  readonly vars: JsonObject;
  /** The config, which paths are relative to. */
  readonly config: string;
  /** The team has judges prompted in words of its own. */
  readonly ownRubric: boolean;
  /** The case has passages of context. */
  readonly hasContext: boolean;
  readonly suite: SuiteReading;
  /** What the test makes of every reply before its assertions read it. */
  readonly transforms: readonly SandboxScript[];
  /** What the weight of an assertion is multiplied with: its share in a set. */
  readonly share: number;
  /** The set it is in, where that passes by a threshold. */
  readonly set?: CheckSet;
};

const nothing: AssertionRead = { checks: [], notRun: [] };
const heaviest = 1_000_000;

/** Reads one assertion, or a set of them, for a case with these vars. */
export function readAssertion(written: Part, reading: AssertionReading): AssertionRead {
  const { suite } = reading;
  const part = followReference(written);
  const type = part?.child('type')?.value;
  if (part === undefined || !isObject(part.value) || typeof type !== 'string') {
    const what = isObject(written.value)
      ? 'This assertion has no `type`.'
      : `An assertion must be a map, not ${nameType(written.value)}.`;
    suite.problems.push({ reason: 'files', what, at: written.at(), fix: 'Write `- type: contains` and `value: …`.' });
    return nothing;
  }
  const weight = part.child('weight')?.value ?? 1;
  if (typeof weight !== 'number' || weight < 0 || weight > heaviest) {
    const what = `\`weight\` must be a number from 0 to ${heaviest}.`;
    suite.problems.push({ reason: 'files', what, at: part.child('weight')?.at() ?? part.at() });
    return nothing;
  }
  if (type === 'assert-set') return readSet(part, weight, reading);
  const at = written.at();
  const metric = textIn(part, 'metric', reading);
  const mapped = mapPart(part, type, reading);
  if (mapped.kind === 'none') return nothing;
  const made = mapped.kind === 'checks' ? mapped.checks : [];
  const each = (weight * reading.share) / Math.max(1, made.length);
  const about = { metric, description: textIn(part, 'description', reading), weight: each, at, set: reading.set };
  const read = made.map((one) => {
    const checked = toCheck(one, about, suite);
    const scripted = checked.kind === 'not-run' ? asScript(one, suite) : undefined;
    return scripted === undefined ? checked : toCheck(scripted, about, suite);
  });
  const checks = read.flatMap((one) => (one.kind === 'check' ? [one.check] : []));
  const why = mapped.kind === 'not-run' ? mapped.why : read.find((one) => one.kind === 'not-run')?.why;
  const name = metric === undefined ? type : `${metric} (${type})`;
  if (weight === 0) return withoutWeight(checks, type, at, suite);
  return why === undefined ? { checks, notRun: [] } : { checks: [], notRun: [{ name, at, why }] };
}

/** A pattern that RE2 has no words for, such as one that looks ahead, is a script: the sandbox ends what takes too long. */
function asScript(check: MappedCheck, { sandbox }: SuiteReading): MappedCheck | undefined {
  const { kind, argument, ...rest } = check;
  if (sandbox === undefined || !/^(?:not-)?regex$/u.test(kind) || typeof argument !== 'string') return undefined;
  const code = `new RegExp(${JSON.stringify(argument)}).test(typeof output === 'string' ? output : JSON.stringify(output))`;
  return { ...rest, kind: 'javascript', argument: code, ...(kind.startsWith('not-') && { not: true }) };
}

/** Without weight an assertion cannot fail in promptfoo: what is graded is shown all the same, a mark would decide. */
function withoutWeight(checks: readonly ReadCheck[], type: string, at: Position, suite: SuiteReading): AssertionRead {
  const graded = checks.filter(({ kind }) => suite.kinds.get(kind)?.scale === 'graded');
  if (graded.length === 0) suite.notes.push({ text: `\`${type}\` of weight 0 decides nothing and is left out.`, at });
  return { checks: graded.map(({ min: _, ...check }) => check), notRun: [] };
}

function readSet(part: Part, weight: number, reading: AssertionReading): AssertionRead {
  const at = part.at();
  const members = part.child('assert')?.items() ?? [];
  const threshold = part.child('threshold')?.value;
  const set = typeof threshold === 'number' ? { name: showPosition(at), min: threshold } : undefined;
  const weights = members.map((member) => {
    const own = followReference(member)?.child('weight')?.value ?? 1;
    return typeof own === 'number' && own >= 0 ? own : 0;
  });
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const share = whole === 0 ? 0 : (weight * reading.share) / whole;
  const read = members.map((member): AssertionRead => {
    // Sets do not nest in promptfoo; references that lead round would here.
    const isSet = followReference(member)?.child('type')?.value === 'assert-set';
    if (!isSet) return readAssertion(member, { ...reading, share, ...(set && { set }) });
    return { checks: [], notRun: [{ name: 'assert-set', at: member.at(), why: 'a set within a set is not run' }] };
  });
  return { checks: read.flatMap((one) => one.checks), notRun: read.flatMap((one) => one.notRun) };
}

function textIn(part: Part, key: 'metric' | 'description', { vars, suite }: AssertionReading): string | undefined {
  const written = part.child(key)?.value;
  if (typeof written !== 'string' || written.trim() === '') return undefined;
  const filled = fillText(written, vars, suite);
  return (filled.kind === 'filled' ? filled.value : written).trim().slice(0, 200);
}

/** Keys of an assertion that are numbers of `meteor`. */
const weighedBy = ['alpha', 'beta', 'gamma'];

function mapPart(part: Part, written: string, reading: AssertionReading): MappedAssertion | { readonly kind: 'none' } {
  const type = written.replace(/^not-/u, '');
  const map = mappedTypes.get(type);
  if (map === undefined) return notRun(whyNotRun(type));
  if (judgedTypes.has(type) && (reading.ownRubric || part.child('rubricPrompt') !== undefined)) {
    return notRun('`rubricPrompt` is not taken: our judge has its own');
  }
  const remade = part.child('contextTransform') !== undefined;
  if (type.startsWith('context-') && !reading.hasContext && !remade) return notRun('no var `context` gives passages');
  const scripts = readScripts(part, reading);
  if (scripts.kind !== 'scripts') return scripts;
  const value = type === 'javascript' ? readCode(part, reading) : readValue(part, reading, isOutside(type));
  if (value.kind !== 'filled') return value;
  const threshold = part.child('threshold')?.value;
  const config = part.child('config')?.value;
  const weights = weighedBy.flatMap((name) => {
    const weight = part.child(name)?.value;
    return weight === undefined || weight === null ? [] : [[name, weight] as const];
  });
  const mapped = map({
    type,
    negated: type !== written,
    value: value.value,
    scorers: reading.suite.scorers,
    ...(typeof threshold === 'number' && Number.isFinite(threshold) && { threshold }),
    ...(isObject(config) && { config }),
    ...(weights.length > 0 && { weights: Object.fromEntries(weights) }),
  });
  if (mapped.kind === 'not-run') return mapped;
  const [first, ...rest] = mapped.checks;
  const { kind: _, ...made } = scripts;
  return asks({ ...first, ...made }, ...rest.map((one) => ({ ...one, ...made })));
}

/** The assertions written under `assert`: in place, or lists of them in files, by `file://` and a path relative to the config. */
export function collectAssertions(written: Part | undefined, config: string, reading: SuiteReading): readonly Part[] {
  if (written === undefined) return [];
  const entries = Array.isArray(written.value) ? written.items() : [written];
  return entries.flatMap((entry): readonly Part[] => {
    if (typeof entry.value !== 'string' || !entry.value.startsWith('file://')) return [entry];
    const at = entry.at();
    const found = findFiles(entry.value, config, reading.sources);
    const [path, ...others] = found.kind === 'found' ? found.paths : [];
    if (path === undefined || others.length > 0 || !/\.(?:json|ya?ml)$/iu.test(path)) {
      const why = found.kind === 'refused' ? found.why : 'it must be one JSON or YAML file';
      reading.problems.push({
        reason: 'files',
        what: `The assertions of \`${entry.value}\` cannot be read: ${why}.`,
        at,
      });
      return [];
    }
    reading.caseFiles.add(path);
    const read = parsedFile(path, at, reading);
    return read?.kind === 'read' ? partOf(read.located).items() : [];
  });
}
