import fc from 'fast-check';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import { anyOfSchema } from './any-of-schema.ts';
import { hostileText } from './hostile-grammar.ts';
import { buildHostileReport } from './hostile-report.ts';

/** How many texts a report's places are filled from. */
export const textsOfAReport = 20;

/** A place that a text is put into: private characters that no reporter knows. */
const place = /\ue0f0(\d\d)/gu;
const places = Array.from({ length: textsOfAReport }, (_, at) => `\ue0f0${String(at).padStart(2, '0')}`);

/** A report with places for texts: of any shape that the schema has, or one in which each reporter has much to show. */
export const anyShape: fc.Arbitrary<Report> = fc.oneof(
  {
    arbitrary: anyOfSchema(reportSchema, fc.constantFrom(...places)).map((shape) => reportSchema.parse(shape)),
    weight: 9,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...places), fc.constantFrom('review', 'compare', 'check'))
      .map(([text, mode]): Report => ({ ...buildHostileReport(text), mode })),
    weight: 1,
  },
);

/** Texts for all places of a report. */
export const anyTexts: fc.Arbitrary<readonly string[]> = fc.array(hostileText, {
  minLength: textsOfAReport,
  maxLength: textsOfAReport,
});

/** The report with texts in its places; the address of its run is ours, and that of its report no address at all. */
export function fillReport(shape: Report, texts: readonly string[]): Report {
  const filled = reportSchema.parse(replaceTexts(shape, texts));
  const run = 'https://github.com/acme/shop/actions/runs/4711';
  return { ...filled, links: { run, report: `https://evil.example/"><img src=x>${texts[0]}` } };
}

/** Texts of the same shape without harm: words as long as theirs, white space where theirs is, as many as they are. */
export function harmlessTwins(texts: readonly string[]): readonly string[] {
  const known = [...new Set(texts)];
  return texts.map((text) => text.replaceAll(/\S/gu, String.fromCodePoint(97 + known.indexOf(text))));
}

function replaceTexts(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === 'string') return value.replaceAll(place, (_, at) => texts[Number(at)] ?? '');
  if (Array.isArray(value)) return value.map((one) => replaceTexts(one, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [String(replaceTexts(key, texts)), replaceTexts(held, texts)]),
  );
}
