import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say, upperFirst } from '../wording/say.ts';
import { alikeEverywhere, brokenCases, wordCases } from '../wording/word-broken-cases.ts';
import { wordExplosionBeside } from '../wording/word-cost.ts';
import { wordWhere } from '../wording/word-where.ts';
import { openRule } from './open-rule.ts';
import type { Told } from './told.ts';
import { wordOtherPrompts, wordRest, wordTurn, wordUnaffected } from './word-cases.ts';

/** What got worse: how many first, then which. */
export function openRegressed(report: Report): Told {
  const worse = report.prompts.filter(({ verdict }) => verdict === 'regressed');
  const [only, ...more] = worse;
  if (only === undefined || report.prompts.length === 1) return openOne(report);
  // Those that nothing checked changed too.
  const changed = new Set([...report.prompts, ...report.unreviewed].map(({ path }) => path)).size;
  const count = `${worse.length} of ${changed} changed prompts got worse`;
  const others = wordOtherPrompts(report);
  if (more.length === 0) {
    const told = openOne({ ...report, prompts: [only] });
    return {
      fact: [say`${own(count)}: ${only.path}`],
      more: [say`${upperFirst(told.fact[0])}.`, ...told.more, others],
    };
  }
  const among = { ...report, prompts: worse };
  const counts = [
    ...wordNumber(casesOf(among, 'regressed').map(keyOf), 'broke'),
    ...wordNumber(casesOf(among, 'fell').map(keyOf), 'fell'),
  ];
  return { fact: [own(count)], more: [counts.length === 0 ? [] : say`${list(counts)}.`, others] };
}

function keyOf({ prompt, case: { id } }: ReturnType<typeof casesOf>[number]): string {
  return `${prompt.path}\n${id}`;
}

function wordNumber(keys: readonly string[], what: string): readonly Phrase[] {
  const number = new Set(keys).size;
  return number === 0 ? [] : [own(`${showNumberOf(number, 'case')} ${what}`)];
}

function openOne(report: Report): Told {
  const worse = openBroken(report) ?? openFallen(report);
  if (worse === undefined) return openRule(report);
  const [first = [], ...more] = worse.more;
  return { ...worse, more: [first, wordExplosionBeside(report), ...more] };
}

/** Cases that are proven worse. */
function openBroken(report: Report): Told | undefined {
  const found = brokenCases(report, 'block');
  if (found.length === 0) return undefined;
  const rows = [...new Set(found.map(({ row }) => row))];
  const what = wordCases(found);
  const where = alikeEverywhere(found) ? wordWhere(report, found) : wordApart(found);
  return {
    fact: [say`${what} ${where}`, what],
    more: [wordTurn(found.map(({ reason }) => reason)), wordRest(rows), wordUnaffected(report, rows)],
  };
}

/** Where the cases that broke are not the same on each model. */
function wordApart(found: readonly { readonly row: ReportRow }[]): Phrase {
  return own(`on one or more of ${new Set(found.map(({ row }) => row.id)).size} models`);
}

type Placed = { readonly prompt: ReportPrompt; readonly row: ReportRow };

/** Rows, or the prompt as a whole, whose replies got worse beyond chance without a single case that proves it. */
function openFallen(report: Report): Told | undefined {
  const rows = report.prompts.flatMap((prompt) => prompt.models.map((row): Placed => ({ prompt, row })));
  const isFall = ({ kind }: Reason) => kind === 'suite';
  const apart = rows.filter(({ row }) => row.verdict === 'regressed' && row.reasons.some(isFall));
  const pooled = rows.filter(({ prompt, row }) => row.pooledOnly && prompt.reasons.some(isFall));
  const found = apart.length > 0 ? apart : pooled;
  const [first] = found;
  if (first === undefined) return undefined;
  const where = wordWhere(report, found);
  const fallen = found.flatMap(({ row }) => row.cases.filter(({ state }) => state === 'fell'));
  const ids = new Set(fallen.map(({ id }) => id));
  const all = new Set(found.flatMap(({ row }) => row.cases.map(({ id }) => id))).size;
  const unaffected = wordUnaffected(
    report,
    found.map(({ row }) => row),
  );
  if (ids.size === 0)
    return {
      fact: wordMean(first.row, where),
      more: [...wordBlame(found), own('Together that is beyond chance.'), unaffected],
    };
  const gone = fallen.every((one) => one.old.of > 0 && one.old.passes === one.old.of && one.new.passes === 0);
  const [only] = ids;
  const who = ids.size === 1 && only !== undefined ? say`${only}` : own(`${ids.size} of ${showNumberOf(all, 'case')}`);
  const verb = gone ? `${ids.size === 1 ? 'fails' : 'fail'} now` : 'fell';
  const what = say`${who} ${own(verb)}`;
  return {
    fact: gone
      ? [say`${what} ${where} that passed before`, say`${what} ${where}`, what]
      : [say`${what} ${where}`, what],
    more: [
      wordTurn(fallen),
      ...(fallen.some(({ diagnosed }) => diagnosed === undefined) && ids.size > 1
        ? [own('Together that is beyond chance.')]
        : []),
      wordRest(
        found.map(({ row }) => row),
        { fellIsTold: true },
      ),
      unaffected,
    ],
  };
}

function wordMean({ passRate, score, id }: ReportRow, where: Phrase): Told['fact'] {
  if (passRate.old !== null && passRate.new !== null && passRate.old - passRate.new >= 0.005) {
    const [old, now] = [showPercent(passRate.old), showPercent(passRate.new)];
    return [
      say`${own(`${now} of replies pass`)} ${where}, ${own(old)} before`,
      own(`${now} of replies pass, ${old} before`),
    ];
  }
  if (score.old === null || score.new === null)
    return [say`replies got worse ${where}`, say`replies got worse on ${id}`];
  const fall = own(`fell: ${showScore(score.old)} → ${showScore(score.new)}`);
  return [say`the score ${where} ${fall}`, say`the score ${fall}`];
}

/** The cases behind a fall of the mean, the deepest first. */
function wordBlame(found: readonly Placed[]): readonly Phrase[] {
  const down = found
    .flatMap(({ row }) => row.cases)
    .filter(({ delta }) => delta !== null && delta < 0)
    .toSorted((one, other) => (one.delta ?? 0) - (other.delta ?? 0));
  const ids = [...new Set(down.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const [first = '', second] = ids;
  const named = ids.length === 1 || second === undefined ? say`${first}` : listNames([first, second]);
  const most = ids.length > 2 ? say`, most of all ${named}` : say`: ${named}`;
  return [
    say`${own(`${showNumberOf(ids.length, 'case')} got worse, ${ids.length === 1 ? '' : 'each '}by less than half`)}${most}.`,
  ];
}
