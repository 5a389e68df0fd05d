import { z } from 'zod';
import type { ScorerInput } from '../core/check-kind.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { lookUp, showValue } from '../core/template/fill-template.ts';
import { fixUnknown } from '../core/yaml/explain-issues.ts';
import { questionOf } from './judging/exhibits-of.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { languages, loadDetector, nameLanguage, tellLanguage } from './words/tell-language.ts';

const code = z.string().refine((written) => languages.includes(written), {
  error: ({ input }) => whatIsMeant(String(input)),
});

const sameAs = z.strictObject(
  { 'same-as': z.string().min(1, '"same-as" names a variable of the case, or "question"') },
  { error: 'must be a language such as en, or { same-as: question }' },
);

type Argument = z.infer<typeof code> | z.infer<typeof sameAs>;

const argument = z
  .custom<Argument>((written) => written !== undefined, 'must be a language such as en, or { same-as: question }')
  .superRefine((written, context) => {
    const parsed = (typeof written === 'string' ? code : sameAs).safeParse(written);
    for (const { message, path } of parsed.error?.issues ?? []) context.addIssue({ code: 'custom', message, path });
  })
  .describe('language (ISO 639-1), or { same-as: variable of the case }; `question` is what the user asked');

export const languageScorer = defineCheckKind<Argument, z.infer<typeof plainOptions>>({
  kind: 'language',
  summary:
    'The reply is written in the language, or in the same one as the question. Code, addresses and the keys of JSON are left out. A text that is too short or too doubtful to tell passes, and its reason says so.',
  argument,
  options: plainOptions,
  example: { 'same-as': 'question' },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  variables: (written) => (typeof written === 'string' ? [] : [written['same-as']]),
  unscored: 'the case has no such variable',
  load: loadDetector,
  score: ({ argument: wanted, text, golden, messages }) => {
    const asked = typeof wanted === 'string' ? undefined : askedText(wanted['same-as'], golden, messages);
    if (asked === undefined && typeof wanted !== 'string')
      return { kind: 'unscored', why: `the case has no variable \`${wanted['same-as']}\`` };
    const reply = tellLanguage(text);
    if (reply.kind === 'unsure') return mark(true, `not told what the reply is written in, so it passes: ${reply.why}`);
    const question =
      typeof wanted === 'string' ? ({ kind: 'told', likely: [wanted] } as const) : tellLanguage(asked ?? '');
    if (question.kind === 'unsure')
      return mark(true, `not told what the question is written in, so it passes: ${question.why}`);
    const [is] = reply.likely;
    const [should] = question.likely;
    const fits = reply.likely.some((one) => question.likely.includes(one));
    return mark(fits, fits ? `${nameLanguage(is)}` : `${nameLanguage(is)}, not ${nameLanguage(should)}`);
  },
});

function askedText(name: string, golden: ScorerInput<unknown>['golden'], messages: ScorerInput<unknown>['messages']) {
  const value = lookUp(name, golden.vars);
  if (value !== undefined) return showValue(value);
  return name === 'question' ? questionOf(golden, messages) : undefined;
}

/** Of a name that is none of the codes: a name in English, a regional form, or one mistyped. */
function whatIsMeant(written: string): string {
  const lower = written.toLowerCase();
  const meant =
    languages.find((one) => nameLanguage(one).toLowerCase() === lower) ??
    languages.find((one) => lower.startsWith(`${one}-`) || lower.startsWith(`${one}_`));
  const fix = meant === undefined ? fixUnknown(written, languages) : `Did you mean \`${meant}\`?`;
  return `${JSON.stringify(written)} is no language that can be told (ISO 639-1). ${fix}`;
}
