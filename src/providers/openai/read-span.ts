const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const part = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu;

/**
 * Milliseconds of a time span as services write it: `20ms`, `6m0s`, `1.5s`, or a plain number of seconds.
 * `undefined` for anything else.
 */
export function readSpan(written: string): number | undefined {
  const text = written.trim();
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * 1000;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/u.test(text)) return undefined;
  let sum = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(part))
    sum += Number(amount) * (isUnit(unit) ? unitMs[unit] : 0);
  return sum;
}

function isUnit(text: string): text is keyof typeof unitMs {
  return Object.hasOwn(unitMs, text);
}
