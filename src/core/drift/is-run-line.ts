import { areOnScale } from './channels.ts';
import { type DriftCase, type DriftRun, driftVersion } from './drift-line.ts';

/**
 * Whether a value is a run's line as it is written, looked at by hand: nearly all of a history is such lines, and what is this large
 * takes a schema four times as long as `JSON.parse`. It says no to some that the schema takes, whatever has a key that is unknown here among
 * them, and yes to none that it does not: only what is no has to be shown to the schema.
 */
export function isRunLine(value: unknown): value is DriftRun {
  if (!isObject(value)) return false;
  const { kind, version, at, run, prompt, model, served, cases, judged, watchesFingerprint } = value;
  return (
    hasOnly(value, keysOfRun) &&
    kind === 'run' &&
    version === driftVersion &&
    isTime(at) &&
    isName(run) &&
    isName(prompt) &&
    isName(model) &&
    Array.isArray(served) &&
    served.every(isServed) &&
    Array.isArray(cases) &&
    cases.every(isCase) &&
    (!('watchesFingerprint' in value) || watchesFingerprint === true) &&
    (!('judged' in value) || (Array.isArray(judged) && judged.every((one) => typeof one === 'string')))
  );
}

function isCase(value: unknown): value is DriftCase {
  if (!isObject(value)) return false;
  const { id, key, input, values, missing, text, judged } = value;
  if (!hasOnly(value, keysOfCase)) return false;
  if (typeof id !== 'string' || typeof key !== 'string' || !isCount(missing) || !isObject(values)) return false;
  if ('input' in value && !isCount(input)) return false;
  if ('judged' in value && judged !== true) return false;
  if ('text' in value && typeof text !== 'string') return false;
  for (const channel in values) {
    const held = values[channel];
    if (channel === '__proto__' || !Array.isArray(held) || !areOnScale({ [channel]: held })) return false;
  }
  return true;
}

const keysOfRun = new Set([
  ...['kind', 'version', 'at', 'run', 'prompt', 'model', 'served', 'cases', 'judged', 'watchesFingerprint'],
]);
const keysOfCase = new Set(['id', 'key', 'input', 'values', 'missing', 'text', 'judged']);
const keysOfServed = new Set(['model', 'fingerprint', 'replies']);

function hasOnly(value: object, known: ReadonlySet<string>): boolean {
  for (const key in value) if (!known.has(key)) return false;
  return true;
}

function isServed(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { model, fingerprint, replies } = value;
  if (!hasOnly(value, keysOfServed)) return false;
  return (
    typeof model === 'string' && isCount(replies) && (!('fingerprint' in value) || typeof fingerprint === 'string')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** As `toISOString` writes it. */
function isTime(value: unknown): boolean {
  return typeof value === 'string' && time.test(value);
}

const days = '(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)';
const time = new RegExp(`^\\d{4}-${days}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`, 'u');
