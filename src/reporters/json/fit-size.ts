import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hash } from '../../core/hash.ts';
import type { Report, ReportCase, ReportReply } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { showCount } from '../show-quantity.ts';
import { SharedReplies } from './share-replies.ts';

/** Most characters of a text: of the cases that hold, and of those a reader wants to read. */
type Cut = { readonly steady: number; readonly others: number };

const whole: Cut = { steady: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY };
/** What gives way first: words about cases that hold, as little as it takes; then words about the others. */
const cuts: readonly Cut[] = [
  whole,
  ...[2000, 1000, 500, 200].map((steady) => ({ ...whole, steady })),
  ...[2000, 1000, 500, 200].map((others) => ({ steady: 200, others })),
];

/** How a long report fits a size: each case as it is written, and a note that says what was cut; none where nothing was. */
export type Fitted = { readonly shorten: (one: ReportCase) => ReportCase; readonly note?: string };

/**
 * Fits the texts of a long report into so many bytes of JSON, each told once (`SharedReplies`). Scores, checks and counts stay
 * whatever they take.
 */
export function fitSize(report: Report, most: number): Fitted {
  const { base, texts } = weigh(report);
  const sizeAt = (cut: Cut) =>
    texts.reduce((sum, { bytes, length, steady }) => {
      const kept = steady ? cut.steady : cut.others;
      return sum + (length <= kept ? bytes : (bytes / length) * kept + markBytes);
    }, base);
  const cut = cuts.find((tried) => sizeAt(tried) * caution <= most) ?? cuts.at(-1) ?? whole;
  if (cut === whole) return { shorten: (one) => one };
  return {
    shorten: (one) => shortenCase(one, isSteady(one) ? cut.steady : cut.others),
    note: noteOf(cut, most, sizeAt(whole)),
  };
}

/** Of a cut text: that it is so, and its ellipsis. */
const markBytes = 20;
/** The part of a text that stays may take more bytes than the rest. */
const caution = 1.02;

function isSteady({ state }: ReportCase): boolean {
  return state === 'same' || state === 'improved';
}

function noteOf({ steady, others }: Cut, most: number, all: number): string {
  const megabytes = (bytes: number) => `${showCount(bytes / 1_000_000)} MB`;
  const rest = others === whole.others ? '' : `, and those of the other cases to ${showCount(others)}`;
  return `Here, replies of cases that hold are cut to ${showCount(steady)} characters${rest}, and so are their reasons: whole, they would take ${megabytes(all)} of JSON, and ${megabytes(most)} is the most. Scores and checks are all here.`;
}

/** A text that is told once, and how much of the file it takes. */
type Weighed = { readonly bytes: number; readonly length: number; readonly steady: boolean };

/** What the file takes but for its texts, and its texts; one that both kinds of cases have is of those to be read. */
function weigh(report: Report): { readonly base: number; readonly texts: readonly Weighed[] } {
  const shared = new SharedReplies();
  const texts = new Map<string, Weighed>();
  const prompts = report.prompts.map((prompt) => ({
    ...prompt,
    models: prompt.models.map((row) => ({ ...row, cases: [] })),
  }));
  let base = bytesOf(JSON.stringify({ ...report, prompts }, null, 2));
  const hold = (text: string, steady: boolean): void => {
    const key = hash(text);
    const known = texts.get(key);
    if (known === undefined)
      texts.set(key, { bytes: bytesOf(escapeHidden(JSON.stringify(text))) + 8, length: text.length, steady });
    else if (known.steady && !steady) texts.set(key, { ...known, steady });
  };
  for (const one of report.prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases))) {
    const steady = isSteady(one);
    base += bytesOf(JSON.stringify(shared.share(one))) + 16;
    for (const reply of one.replies) {
      if (reply.text !== undefined) hold(reply.text, steady);
      for (const { content } of reply.transcript ?? []) hold(content, steady);
      for (const passage of passagesOf(reply)) hold(passage, steady);
      for (const check of reply.checks) {
        const told = JSON.stringify(check);
        const key = hash(told);
        if (texts.has(key)) continue;
        const reason = check.kind === 'scored' ? check.reason : check.why;
        base += bytesOf(told) - reason.length + 8;
        texts.set(key, { bytes: reason.length, length: reason.length, steady });
      }
    }
  }
  return { base, texts: [...texts.values()] };
}

function passagesOf({ trace = [], transcript = [] }: ReportReply): readonly string[] {
  return [...trace, ...transcript.flatMap((turn) => turn.trace ?? [])].flatMap(({ contexts = [] }) => contexts);
}

function bytesOf(text: string): number {
  return utf8ToBytes(text).length;
}

function shortenCase(one: ReportCase, most: number): ReportCase {
  return { ...one, replies: one.replies.map((reply) => shortenReply(reply, most)) };
}

function shortenReply(reply: ReportReply, most: number): ReportReply {
  const { text, transcript } = reply;
  const isCut = (text?.length ?? 0) > most || transcript?.some(({ content }) => content.length > most);
  const isTraceCut = passagesOf(reply).some((passage) => passage.length > most);
  const checks = reply.checks.map((check) =>
    check.kind === 'scored' ? { ...check, reason: clip(check.reason, most) } : { ...check, why: clip(check.why, most) },
  );
  return {
    ...reply,
    ...(text === undefined ? {} : { text: clip(text, most) }),
    ...(transcript === undefined
      ? {}
      : {
          transcript: transcript.map((turn) => ({
            ...turn,
            content: clip(turn.content, most),
            ...shortenTrace(turn.trace, most),
          })),
        }),
    ...shortenTrace(reply.trace, most),
    ...(isTraceCut ? { traceCut: true as const } : {}),
    ...(isCut ? { cut: true as const } : {}),
    checks,
  };
}

function shortenTrace(trace: ReportReply['trace'], most: number): Pick<ReportReply, 'trace'> {
  if (trace === undefined) return {};
  const cut = trace.map(({ contexts, ...step }) => ({
    ...step,
    ...(contexts === undefined ? {} : { contexts: contexts.map((passage) => clip(passage, most)) }),
  }));
  return { trace: cut };
}
