import { z } from 'zod';
import type { ScorerResult } from '../core/check-kind.ts';
import type { Json, JsonObject } from '../core/json.ts';
import type { SandboxScript } from '../core/ports.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { inlineScript } from '../core/scoring/score-by-script.ts';
import { scriptContext } from '../core/scoring/transform-output.ts';
import { turnOption } from './text/text-options.ts';

const json: z.ZodType<Json> = z.json();
const form = 'must be code, { code, config }, or { file, export, config }';
const config = z.exactOptional(z.record(z.string(), json));
const written = z.strictObject({ code: z.string().min(1, 'the code is empty'), config }, { error: form });
const filed = z.strictObject(
  { file: z.string(), export: z.exactOptional(z.string()), source: z.exactOptional(z.string()), config },
  { error: form },
);

const argument = z
  .union([z.string().min(1, 'the code is empty'), written, filed], { error: form })
  .describe('code, { code, config }, or { file, export, config }');

const options = z.strictObject({
  ...turnOption,
  threshold: z.exactOptional(z.number({ error: '"threshold" is a number' })),
});

/** What a script may say in place of a number or true/false. */
const graded = z.object({ pass: z.boolean(), score: z.number(), reason: z.string() });

export const javascriptScorer = defineCheckKind({
  kind: 'javascript',
  summary:
    'A script says: true or false, a number (passed from `threshold` on, else above 0; shown within 0–1), or { pass, score, reason }. An expression of `output` and `context`, lines with `return`, or a file that exports a function. It runs without any host, 64 MB and one second.',
  argument,
  options,
  example: 'output.length < 500 && output.includes(context.vars.name)',
  scale: 'graded',
  minRange: [0, 1],
  needs: 'sandbox',
  questions: 0,
  unscored: 'the script takes more than a second or 64 MB',
  files: (given) => (typeof given === 'object' && 'file' in given && given.source === undefined ? [given.file] : []),
  withFiles: (given, texts) => {
    if (typeof given !== 'object' || !('file' in given)) return given;
    const source = texts.get(given.file);
    return source === undefined ? given : { ...given, source };
  },
  score: (input) => {
    const { argument: given, options: opts, sandbox, text, output = text, min } = input;
    if (sandbox === undefined) return { kind: 'unscored', why: 'no script is run here' };
    const settings: JsonObject | undefined = typeof given === 'object' ? given.config : undefined;
    const called = sandbox.run(scriptOf(given), [output, scriptContext(input, settings)]);
    if (called.kind === 'value') return read(called.value, opts.threshold, min !== undefined);
    const { cause, why } = called;
    if (cause === 'time' || cause === 'memory') return { kind: 'unscored', why: `the script: ${why}` };
    return { kind: 'scored', value: 0, passed: false, threw: true, reason: `threw: ${why}` };
  },
});

function scriptOf(given: z.infer<typeof argument>): SandboxScript {
  if (typeof given === 'string') return inlineScript('javascript', given);
  if ('code' in given) return inlineScript('javascript', given.code);
  const { file, source = '', export: exported } = given;
  return { name: file, source, form: 'file', ...(exported !== undefined && { exported }) };
}

function read(value: Json | undefined, threshold: number | undefined, marked: boolean): ScorerResult {
  if (typeof value === 'boolean') {
    return { kind: 'scored', value: Number(value), passed: value, reason: `returned ${value}` };
  }
  if (typeof value === 'number') {
    const passed = threshold === undefined ? value > 0 : value >= threshold;
    const decides = threshold !== undefined || !marked;
    return { kind: 'scored', value: within(value), ...(decides && { passed }), reason: `returned ${value}` };
  }
  const result = graded.safeParse(value);
  if (result.success) {
    const { pass, score, reason } = result.data;
    return { kind: 'scored', value: within(score), passed: pass, reason };
  }
  const reason = `returned ${JSON.stringify(value) ?? 'nothing'}, which is no true or false, number or { pass, score, reason }`;
  return { kind: 'scored', value: 0, passed: false, threw: true, reason };
}

function within(score: number): number {
  return Math.min(1, Math.max(0, score));
}
