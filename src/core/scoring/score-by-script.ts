import { z } from 'zod';
import type { CaseScoring, GoldenCase } from '../golden-case.ts';
import type { Sandbox, SandboxScript } from '../ports.ts';
import type { CheckScore, Score } from '../score.ts';

type Scored = Extract<Score, { readonly kind: 'scored' }>;

/** What the script has to say. */
const verdict = z.object({ pass: z.boolean(), score: z.number(), reason: z.string().optional() });

/**
 * The score of a reply as the case's own script says it, out of its metrics, in place of the mean of its checks. One
 * that throws fails the reply, as in promptfoo.
 */
export function scoreByScript(
  score: Score,
  scoring: CaseScoring,
  { min }: Pick<GoldenCase, 'min'>,
  sandbox: Sandbox | undefined,
): Score {
  if (score.kind === 'unscored') return score;
  const { script } = scoring;
  if (sandbox === undefined) return { kind: 'unscored', why: 'no script is run here', checks: score.checks };
  const componentResults = score.checks.map((check) =>
    check.kind === 'unscored'
      ? { pass: false, score: 0, reason: check.why }
      : { pass: check.passed ?? true, score: check.value, reason: check.reason },
  );
  const about = { ...(min !== undefined && { threshold: min }), componentResults, tokensUsed: {} };
  const called = sandbox.run(script, [metricsOf(scoring, score.checks), about]);
  if (called.kind === 'failed') {
    const why = `\`${script.name}\` threw: ${called.why}`;
    if (called.cause !== 'time' && called.cause !== 'memory') return failed(score, why);
    return { kind: 'unscored', why: `\`${script.name}\`: ${called.why}`, checks: score.checks };
  }
  const said = verdict.safeParse(called.value);
  if (!said.success) return failed(score, `\`${script.name}\` returned no { pass, score, reason }`);
  return { ...score, value: Math.min(1, Math.max(0, said.data.score)), passes: said.data.pass };
}

function failed({ checks, kind }: Scored, reason: string): Score {
  const about = { check: 'the score', scorer: 'javascript', binary: true, weight: 0, required: false } as const;
  const fault: CheckScore = { kind: 'scored', ...about, value: 0, passed: false, reason };
  return { kind, value: 0, passes: false, checks: [...checks, fault] };
}

/** The weighted mean of each metric's checks. */
function metricsOf({ metrics }: CaseScoring, checks: readonly CheckScore[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    metrics.map(({ name, checks: names }) => {
      const scored = checks.flatMap((check) => (check.kind === 'scored' && names.includes(check.check) ? [check] : []));
      const weight = scored.reduce((sum, check) => sum + check.weight, 0);
      const total = scored.reduce((sum, check) => sum + check.value * check.weight, 0);
      return [name, weight > 0 ? total / weight : 0];
    }),
  );
}

/** What scripts written for Node find in place of the process: no environment, and nothing to require. */
const shim =
  "const process = { env: {}, mainModule: { require: () => { throw new Error('nothing can be required here'); } } };";

/**
 * Code as people write it in a config: one expression, declarations and an expression, or lines with `return`.
 * @param input what it calls its first parameter
 */
export function inlineScript(name: string, code: string, input: 'output' | 'vars' = 'output'): SandboxScript {
  const trimmed = code.trimEnd();
  const body = trimmed.includes('\n') ? trimmed : returning(trimmed.trim());
  return { name, source: `function (${input}, context) { ${shim} ${body}\n}`, form: 'function' };
}

/** Declarations come before what is returned; anything else is an expression. */
function returning(line: string): string {
  const code = line.replace(/[;\s]+$/u, '');
  if (!/^(?:const|let|var)\s/u.test(code)) return `return ${code}`;
  const end = lastStatementEnd(code);
  return end < 0 ? code : `${code.slice(0, end + 1)} return ${code.slice(end + 1).trim()}`;
}

/** Where the last semicolon outside of quotes stands; -1 where there is none. */
function lastStatementEnd(code: string): number {
  let quote: string | undefined;
  let last = -1;
  for (let index = 0; index < code.length; index += 1) {
    const letter = code[index];
    if (letter === '\\') index += 1;
    else if (quote !== undefined) quote = letter === quote ? undefined : quote;
    else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === ';') last = index;
  }
  return last;
}
