import type { Report, ReportRow } from '../../core/report/report.ts';
import { showCount, showNumberOf, showPercent } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';
import { wordSum } from './word-cost.ts';

type Heads = NonNullable<NonNullable<ReportRow['spending']>['heads']>;
type Head = Heads['old'];

/** A head that gave up a tenth, or shares that moved by a fifth, are worth a word. */
const told = { head: 0.1, billed: 0.2 } as const;

/**
 * What became of the part of a row's requests that a service may cache: that it shrank or fell under the least length, what ends it, and
 * what that costs. Empty where nothing of it changed and nothing stands in its way.
 */
export function wordHeads(row: ReportRow): Phrase {
  const { heads } = row.spending ?? {};
  if (heads === undefined) return [];
  const { old, new: now } = heads;
  // Another model counts the same text otherwise: there its share tells.
  const [from, to] = row.model.old === row.model.new ? [old.tokens, now.tokens] : [shareOf(old), shareOf(now)];
  const shrank = to < from * (1 - told.head) && reaches(old);
  const fell = reaches(old) && !reaches(now);
  const gained = !reaches(old) && reaches(now);
  const hindered = !reaches(now) && now.least !== undefined && now.fixed >= now.least;
  const moved = old.billed !== null && now.billed !== null && Math.abs(now.billed - old.billed) >= told.billed;
  if (!shrank && !fell && !gained && !hindered && !moved) return [];
  const before = old.tokens === now.tokens ? '' : `${showCount(old.tokens)} → `;
  const least =
    now.least === undefined
      ? []
      : say`, ${own(reaches(now) ? 'enough for' : 'under')} the ${own(showCount(now.least))} from which ${row.model.new} caches`;
  const why = shrank || hindered ? wordBreak(now) : [];
  return say`The requests share their first ${own(`${before}${showCount(now.tokens)} tokens`)}${least}${why}.${wordBilled(heads)}${wordSaved(heads)}`;
}

function shareOf({ tokens, of }: Head): number {
  return tokens / Math.max(1, of);
}

function reaches({ tokens, least = 1 }: Head): boolean {
  return tokens >= least;
}

const breaks = {
  date: 'a date',
  id: 'an id',
  variable: 'a variable',
  order: 'another order of the same text',
  text: 'another text',
} as const satisfies Record<NonNullable<Head['breaks']>['kind'], string>;

function wordBreak({ breaks: found, tokens, fixed }: Head): Phrase {
  if (found === undefined) return [];
  const name = found.variable === undefined ? [] : say` (${found.variable})`;
  const behind =
    fixed > 1.1 * tokens ? own(`, and ${showCount(fixed - tokens)} more that never change stand behind it`) : [];
  return say`; ${own(breaks[found.kind])}${name} ends them${behind}`;
}

function wordBilled({ old, new: now }: Heads): Phrase {
  if (old.billed === null || now.billed === null) return [];
  const [before, after] = [showPercent(old.billed), showPercent(now.billed)];
  return own(` Billed as cached: ${before === after ? after : `${before} → ${after}`} of the input.`);
}

function wordSaved({ usdMonth, usdPer1000 = 0 }: Heads): Phrase {
  const [usd, per] = usdMonth === undefined ? [usdPer1000, 'per 1,000 replies'] : [usdMonth, 'a month'];
  if (Math.abs(usd) < 0.01) return [];
  return own(` Where the cache is used that is ${wordSum(usd)} ${per}.`);
}

/** Parameters of a row that are set and change nothing that can be seen, a sentence each. */
export function wordIgnored({ spending }: ReportRow): readonly Phrase[] {
  return (spending?.ignored ?? []).map(({ param, value, why, replies, of }) =>
    why === 'no-reasoning'
      ? say`${param} is ${value}, and no token of reasoning was counted in ${of} replies: it changes nothing that shows.`
      : say`${param} is ${value}, and ${replies} of ${of} replies are longer: the limit is not kept.`,
  );
}

/** That dollars are of tokens which the service did not count: of all replies or, worse, of some. */
export function wordUncounted({ spending }: ReportRow): Phrase {
  if (spending?.uncounted === undefined) return [];
  const { uncounted, replies } = spending;
  const told = uncounted.old + uncounted.new;
  const of = replies.old + replies.new;
  const which = told === of ? 'any reply' : `${told} of ${showNumberOf(of, 'reply', 'replies')}`;
  return own(
    `The service did not count the tokens of ${which}: they are counted here by rule of thumb, without what is cached or reasoned.`,
  );
}

/** A gain that nothing parts from replies that became longer. */
export function wordVerbosity({ spending }: ReportRow): Phrase {
  const { verbosity } = spending ?? {};
  if (verbosity === undefined || !verbosity.alone) return [];
  const { longer, pairs, gain, gainAlike } = verbosity;
  const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(0)} points`;
  const rest =
    gainAlike === undefined
      ? `only ${pairs.alike} of ${pairs.of} pairs are of like length, too few to tell the two apart`
      : `in the ${pairs.alike} pairs of like length it is ${points(gainAlike)}`;
  return own(`The gain of ${points(gain)} comes with replies that are ${longer.toFixed(1)} × as long; ${rest}.`);
}

/** Rows of a report whose gain is one of length alone. */
export function verboseRows({ prompts }: Pick<Report, 'prompts'>): readonly ReportRow[] {
  return prompts.flatMap(({ models }) => models).filter(({ spending }) => spending?.verbosity?.alone === true);
}
