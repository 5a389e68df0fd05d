import { markdownTable } from 'markdown-table';
import { stringify } from 'yaml';
import { z } from 'zod';
import list from '../../fixtures/scorers/refusals.json' with { type: 'json' };
import type { CheckKind } from '../../src/core/check-kind.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { findRefusal } from '../../src/scorers/refusal/find-refusal.ts';

/** The text of `docs/checks.md`: a row for every check that a case can name, from the checks themselves. */
export function checksDoc(): string {
  const rows = [...checkKinds.values()].map((kind) => [
    `\`${kind.kind}\``,
    kind.summary,
    argumentOf(kind),
    scoreOf(kind),
    questionsOf(kind),
    kind.unscored ?? '–',
    `\`${exampleOf(kind)}\``,
  ]);
  const head = [
    'check',
    'what it reads, when it passes',
    'argument; options',
    'score',
    'calls for a reply',
    'unscored when',
    'example',
  ];
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return `${introduction()}\n${markdownTable(escaped, { alignDelimiters: false, padding: false })}\n`;
}

const introduction = () => `<!-- Made by \`npm run generate\` from src/scorers: edit there. -->
# Checks

A check is \`{ <kind>: <argument>, name?, weight?, required?, min?, …options }\`, or a kind alone where it takes no
argument. A reply's score is the weighted mean of its checks, 0 where a \`required\` one fails; it passes when every
check with a pass mark does. A case with a \`min\` of its own (0–1) passes by its score alone. Checks of 0/1 have one; others by \`min\`, written on the range given below. A check that
could not be scored makes its reply *unscored*: counted and shown, never averaged in as 0 or left out.

- \`not: true\` turns a check round: it scores 1 − its score, and passes where it would have failed.
- \`exact: true\` lets checks that compare texts take the reply as it is written: white space around it counts, and no
  form of Unicode is taken for another.
- \`turn: last\` lets any check read only the last reply of a simulated conversation.
- Texts are compared in Unicode's NFC form; \`ignore-case: true\` compares without case in every script. Whole numbers
  and true/false are taken as text; fractions need quotes, as YAML rewrites them.
- Patterns are RE2 everywhere (no look-around or back-references), so none can hang a review.
- A judge sees the case's question, history, context and reference and the reply, each between fences as data; never
  the prompt, and never which side a reply is of. An answer that is not readable is asked for once more. An answer that
  stands word for word in the reply counts as not readable. Beyond 60,000 characters a text is shown with its middle
  left out, and the judge is told so.
- \`refuses\` and \`answers\` go by phrase rules for the opening of a reply. On the project's own list
  (\`fixtures/scorers/refusals.json\`, 15 languages): ${measured('held')} that was kept back while the rules were
  written, ${measured('tune')} that they were written with, and ${measured('hard')} that was chosen to be hard, by
  which the rules were extended afterwards (2 of its 16 refusals before). The list is small and by the same hand, so
  expect less on other texts, and use \`judge\` where a refusal may be worded freely.
- \`bleu\` is computed here: the package looked at, \`bleu-score\` 1.0.4, gives NaN for a text with the word
  "constructor" and 0 for two equal texts of three words. \`rouge\` is \`js-rouge\`, \`levenshtein\` is
  \`fastest-levenshtein\`; both agree with values worked out by hand.
`;

/** What the refusal rules make of one part of the list, counted when this is generated. */
function measured(part: keyof typeof list.refusals): string {
  const [refusals, answers] = [list.refusals[part], list.answers[part]];
  const caught = refusals.filter((text) => findRefusal(text) !== undefined).length;
  const wrongly = answers.filter((text) => findRefusal(text) !== undefined).length;
  return `${caught} of ${refusals.length} refusals found and ${wrongly} of ${answers.length} answers taken for one in the part`;
}

function argumentOf({ argument, options }: CheckKind): string {
  const { properties = {} } = z.toJSONSchema(options, { unrepresentable: 'any' });
  const names = Object.keys(properties).map((name) => `\`${name}\``);
  return [argument.description ?? '', ...(names.length > 0 ? [names.join(', ')] : [])].join('; ');
}

function scoreOf({ scale, minRange: [low, high], expandsTo, scenario, compare }: CheckKind): string {
  if (scenario !== undefined) return '–';
  if (compare !== undefined) return 'win, tie, loss';
  if (expandsTo !== undefined) return `${expandsTo.length} × 0–1`;
  if (scale === 'binary') return '0/1';
  return low === 0 && high === 1 ? '0–1' : `0–1; \`min\` on ${String(low).replace('-', '−')}–${high}`;
}

function questionsOf(kind: CheckKind): string {
  if (kind.needs === 'nothing') return '–';
  const counted = kind.countQuestions?.(kind.example ?? null, {}, 1, 1);
  const usual = counted?.usual ?? kind.questions;
  const most = counted?.most ?? kind.questions;
  return `${usual === most ? usual : `${usual}, at most ${most}`} (${kind.needs})`;
}

function exampleOf({ kind, example }: CheckKind): string {
  if (example === undefined) return `- ${kind}`;
  return `- ${stringify({ [kind]: example }, { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\{ (.*) \}$/s, '$1')}`;
}
