import fc from 'fast-check';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import { anyOfSchema } from './any-of-schema.ts';
import { hostileText } from './hostile-grammar.ts';
import { buildHostileReport } from './hostile-report.ts';

/** How many texts a report's places are filled from. */
export const textsOfAReport = 40;

/** A place that a text is put into: private characters that no reporter knows. */
const place = /\ue0f0(\d\d)/gu;
export const places = Array.from({ length: textsOfAReport }, (_, at) => `\ue0f0${String(at).padStart(2, '0')}`);

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

/** A report of any shape filled with hostile texts, and the same with texts that do no harm. */
export type FilledTwice = { readonly hostile: Filled; readonly harmless: Filled };
export type Filled = { readonly report: Report; readonly texts: readonly string[] };

export const anyFilled: fc.Arbitrary<FilledTwice> = fc.tuple(anyShape, anyTexts).map(([shape, texts]) => {
  const twins = harmlessTwins(texts);
  return {
    hostile: { report: fillReport(shape, texts), texts },
    harmless: { report: withLines(fillReport(shape, twins), shape, texts), texts: twins },
  };
});

/** The report with texts in its places; the address of its run is ours, and that of its report no address at all. */
export function fillReport(shape: Report, texts: readonly string[]): Report {
  const filled = reportSchema.parse(replaceTexts(shape, texts));
  const run = 'https://github.com/acme/shop/actions/runs/4711';
  return { ...filled, links: { run, report: `https://evil.example/"><img src=x>${texts[0]}` } };
}

/**
 * Texts without harm that are cut, counted and told apart as these are: as many characters and units of UTF-16, a letter of its
 * own for each text, what is blank as it is, a commit where it is one. Without lines and words: what a text breaks up in a
 * report it breaks up alone.
 */
export function harmlessTwins(texts: readonly string[]): readonly string[] {
  const known = [...new Set(texts)];
  return texts.map((text) => {
    if (/^[0-9a-f]{40}$/u.test(text)) return 'c'.repeat(40);
    // As a key it is left out of what is read, on both sides: as a text it is like any other.
    if (text.trim() === '' || text === '__proto__') return text;
    // From `g` on: no commit is made of these.
    const [narrow, wide] = [0x67, 0x20000].map((first) => String.fromCodePoint(first + known.indexOf(text)));
    return text.replaceAll(/./gsu, (character) => (character.length === 1 ? narrow : wide) ?? '');
  });
}

/** A line of a diff is what it begins with, whoever wrote it; the rest of it does no harm. */
function withMark(line: string): string {
  const [mark = ''] = /^(?:@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|\+{3}|---|===|Index:|[-+\\])?/u.exec(line) ?? [];
  return mark + line.slice(mark.length).replaceAll(/\S/gu, 'g');
}

/** Diffs have lines, and the page shows so many of them: as many as the hostile ones have. */
function withLines(report: Report, shape: Report, texts: readonly string[]): Report {
  const lined = (diff: string): string => String(replaceTexts(diff, texts)).split('\n').map(withMark).join('\n');
  const prompts = report.prompts.map((prompt, at) => {
    const { diff = '', through = [], promptEdit } = shape.prompts[at] ?? {};
    const behind = prompt.through?.map((one, index) => {
      const of = through[index]?.diff;
      return of === undefined ? one : { ...one, diff: lined(of) };
    });
    const messages = prompt.promptEdit?.messages.map((one, index) => ({
      ...one,
      diff: lined(promptEdit?.messages[index]?.diff ?? ''),
    }));
    return {
      ...prompt,
      diff: lined(diff),
      ...(behind !== undefined && { through: behind }),
      ...(prompt.promptEdit !== undefined && { promptEdit: { ...prompt.promptEdit, messages: messages ?? [] } }),
    };
  });
  const unreviewed = report.unreviewed.map((one, at) => {
    const of = shape.unreviewed[at]?.diff;
    return of === undefined ? one : { ...one, diff: lined(of) };
  });
  return { ...report, prompts, unreviewed };
}

/** A value with texts in its places. */
export function replaceTexts(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === 'string') return value.replaceAll(place, (_, at) => texts[Number(at)] ?? '');
  if (Array.isArray(value)) return value.map((one) => replaceTexts(one, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [String(replaceTexts(key, texts)), replaceTexts(held, texts)]),
  );
}
