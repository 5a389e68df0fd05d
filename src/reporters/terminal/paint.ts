import type { Verdict } from '../../core/verdict.ts';

/** Colours a line by what it says. */
export type Paint = (as: Verdict | 'head', line: string) => string;

const codes = {
  regressed: 31,
  invalid: 31,
  inconclusive: 33,
  unreviewed: 33,
  pass: 32,
  skipped: 2,
  head: 1,
} as const satisfies Record<Verdict | 'head', number>;

/** Paints with ANSI codes, or leaves lines as they are. */
export function painter(colours: boolean): Paint {
  return colours ? (as, line) => `\u001b[${codes[as]}m${line}\u001b[0m` : (_, line) => line;
}
