import type { Alert, ConfirmedDrift, GatheredAlert } from '../../core/alerts/alert.ts';
import { clip } from '../../core/text/clip.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import { listNames, own, type Part, type Phrase, plain, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';
import { wordMovedCanary } from './word-moved-canary.ts';
import { wordMovedJudge } from './word-moved-judge.ts';
import { wordRuleLines, wordRuleTitle } from './word-rule.ts';

/** What is said of an alert, whatever the target. */
export type WordedAlert = {
  /** A sentence. */
  readonly title: Phrase;
  /** More sentences, the most telling first. */
  readonly lines: readonly Phrase[];
  /** Address of the run, safe wherever an address may stand. */
  readonly link?: string;
};

/** Most characters of a name, and of a sentence from outside. */
const longest = { name: 90, quote: 300 };

/** An address without anything that ends a link in any markup. */
const safeAddress = /^https?:\/\/[A-Za-z0-9.:-]+(?:\/[A-Za-z0-9._~/-]*)?$/u;

export function wordAlert(alert: GatheredAlert): WordedAlert {
  const { repository, run, since, state, more = [] } = alert;
  const { title, lines } = more.length > 0 ? wordSeveral([alert, ...more]) : wordAbout(alert);
  return {
    title,
    lines: [
      ...lines,
      ...(state === 'recovered' && since !== undefined && more.length === 0
        ? [say`The alert was opened on ${quote(showDay(since))}.`]
        : []),
      ...(repository === undefined ? [] : [say`In ${repository}.`]),
    ],
    ...(run !== undefined && safeAddress.test(run) ? { link: run } : {}),
  };
}

/** Most alerts that one message names. */
const mostNamed = 20;

function wordSeveral(alerts: readonly Alert[]): Pick<WordedAlert, 'title' | 'lines'> {
  const left = alerts.length - mostNamed;
  return {
    title: own(alerts[0]?.state === 'recovered' ? `${alerts.length} alerts have ended` : `${alerts.length} new alerts`),
    lines: [
      ...alerts.slice(0, mostNamed).map((alert) => say`${wordAbout(alert).title}.`),
      ...(left > 0 ? [own(`And ${left} more.`)] : []),
    ],
  };
}

function wordAbout({ about, state, ended }: Alert): Pick<WordedAlert, 'title' | 'lines'> {
  switch (about.kind) {
    case 'test':
      return {
        title: own('Promptgate reaches you here'),
        lines: [own('This is a test that somebody asked for. Nothing is wrong.')],
      };
    case 'drift':
      return { title: driftTitle(about, state, ended), lines: driftLines(about, state, ended) };
    case 'canary':
      return wordMovedCanary(about, { state, ...(ended === undefined ? {} : { ended }) });
    case 'judge':
      return wordMovedJudge(about, { state, ...(ended === undefined ? {} : { ended }) });
    case 'rule':
      return { title: wordRuleTitle(about, { state, ended }), lines: wordRuleLines(about, ended) };
  }
}

function driftTitle(
  { prompt, model, began, asUsual }: ConfirmedDrift,
  state: Alert['state'],
  ended: Alert['ended'] = 'over',
): Phrase {
  const since = say`since ${quote(showDay(began))}`;
  if (state !== 'recovered')
    return asUsual === true
      ? say`Another model answers ${prompt} on ${model} ${since}; the answers are as usual`
      : say`${model} answers ${prompt} differently ${since}`;
  switch (ended) {
    case 'over':
      return say`${model} answers ${prompt} as usual again`;
    case 'accepted':
      return say`How ${model} answers ${prompt} now is accepted as normal`;
    case 'began-anew':
      return say`${prompt} on ${model} is compared anew`;
    case 'no-longer-asked':
      return say`${prompt} on ${model} is no longer asked`;
  }
}

function driftLines(drift: ConfirmedDrift, state: Alert['state'], ended: Alert['ended']): readonly Phrase[] {
  if (state === 'recovered') {
    if (ended === 'began-anew')
      return [own('Cases, judge or history changed. Whether it answers as before is unknown.')];
    return ended === 'no-longer-asked' ? [own('It is no longer watched. The problem had not ended.')] : [];
  }
  const { found, cases, served, servedBefore, asUsual } = drift;
  const isSame = served.every((model) => servedBefore.includes(model));
  return [
    ...(found.length === 0
      ? []
      : [say`What moved: ${listNames(found)}.${own(asUsual === true ? '' : ' Fresh replies confirm it.')}`]),
    ...(cases.length === 0 ? [] : [say`Cases that got worse: ${listNames(cases)}.`]),
    ...(served.length === 0 || isSame
      ? []
      : [say`Answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`]),
  ];
}

/** All of it as plain text on one line, for targets that read no markup. */
export function plainLine(phrase: Phrase, most: number): string {
  return clip(
    plain(phrase, (text) => showOnOneLine(text, longest.quote)),
    most,
  );
}

/** The parts of a phrase, what is from outside on one line, with nothing that hides, and not too long; what is ours in one piece. */
export function visibleParts(phrase: Phrase): readonly Part[] {
  const parts: Part[] = [];
  for (const part of phrase) {
    const text = part.kind === 'ours' ? part.text : showOnOneLine(part.text, longest[part.kind]);
    const last = parts.at(-1);
    if (text === '') continue;
    if (part.kind === 'ours' && last?.kind === 'ours') parts.splice(-1, 1, { ...last, text: last.text + text });
    else parts.push({ ...part, text });
  }
  return parts;
}

/** Breaks addresses that a client would make links of; the text stays as it looks. */
export function unlinked(text: string): string {
  return text.replaceAll('://', `:${joint}//`).replaceAll(/(?<=www|mailto|tel)[.:]/giu, `$&${joint}`);
}

/** A zero-width space. */
const joint = '\u200b';
