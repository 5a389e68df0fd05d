import type { Breathe } from '../breathe.ts';
import type { Reason } from '../gate/reason.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Report, ReportCase, ReportPrompt, ReportReply, ReportRow } from '../report/report.ts';
import type { Settings } from '../settings/settings.ts';
import { maskPersonalData } from './mask-personal-data.ts';

/**
 * The report as far as a run may publish it, by `publish-replies` and `mask`: what models said, and what quotes it. Scores, the
 * verdict and the store are made of the real texts before. What stands in the repository anyway (prompts, ids, names of checks)
 * is left as it is; the values of a case are masked, though not withheld: a table may hold real customers' data. Pictures, which
 * cannot be masked, are left out of both.
 */
export async function asPublished(
  report: Report,
  { publishReplies, mask }: Pick<Settings, 'publishReplies' | 'mask'>,
  breathe: Breathe,
): Promise<Report> {
  const isWithheld = publishReplies === 'none';
  const published = { replies: publishReplies, masked: mask };
  if (!isWithheld && !mask) return publishReplies === 'full' ? { ...report, published } : report;
  const prompts: ReportPrompt[] = [];
  for (const prompt of report.prompts) {
    const models: ReportRow[] = [];
    for (const row of prompt.models) {
      const cases: ReportCase[] = [];
      for (const one of row.cases) {
        cases.push(isWithheld ? withoutWords(one) : masked(one));
        await breathe();
      }
      const reasons = row.reasons.map((reason) => withCalls(reason, isWithheld ? withoutArguments : maskedArguments));
      models.push({ ...row, reasons, cases });
    }
    prompts.push({ ...(mask ? withMaskedData(prompt) : prompt), models });
    await breathe();
  }
  const { pictures: _, ...rest } = report;
  return { ...rest, prompts, published };
}

/** Files that cases take their values from are data as these are. */
function withMaskedData(prompt: ReportPrompt): ReportPrompt {
  const { exam, through } = prompt;
  const masking = (one: NonNullable<typeof through>[number]) =>
    one.diff === undefined ? one : { ...one, diff: maskPersonalData(one.diff) };
  return {
    ...prompt,
    exam: exam.map(maskedExam),
    ...(through !== undefined && { through: through.map(masking) }),
  };
}

const withheld = 'not published';

function withoutWords({ prefer, ...one }: ReportCase): ReportCase {
  return {
    ...one,
    replies: one.replies.map(withoutText),
    ...(prefer === undefined
      ? {}
      : {
          prefer: prefer.map((pair) =>
            pair.kind === 'compared' ? { ...pair, reason: withheld } : { ...pair, why: withheld },
          ),
        }),
  };
}

/** What a check says of a reply quotes it, and so does what a judge was not understood by. */
function withoutText({
  text,
  transcript: _,
  trace: ___,
  traceCut: ____,
  toolCalls,
  unanswered,
  error,
  checks,
  ...reply
}: ReportReply): ReportReply {
  return {
    ...reply,
    // Each is another text: nobody is to think that the replies are alike.
    ...(text === undefined ? {} : { text: `(reply ${reply.trial + 1} is not published)` }),
    ...(toolCalls === undefined ? {} : { toolCalls: toolCalls.map(withoutArguments) }),
    ...(unanswered === undefined ? {} : { unanswered: unanswered.map(withoutArguments) }),
    ...(error === undefined
      ? {}
      : { error: error.reason === 'unscored' ? { ...error, message: `why is ${withheld}` } : error }),
    checks: checks.map((check) => {
      if (check.kind === 'unscored') return { ...check, why: withheld };
      const { details: __, ...rest } = check;
      return { ...rest, reason: withheld };
    }),
  };
}

/** Reasons quote no reply but the arguments of calls. */
function withCalls(reason: Reason, change: <Call extends { readonly arguments: string }>(call: Call) => Call): Reason {
  return reason.kind === 'no-result' ? { ...reason, calls: reason.calls.map(change) } : reason;
}

function withoutArguments<Call extends { readonly arguments: string }>(call: Call): Call {
  return { ...call, arguments: `(${withheld})` };
}

function maskedArguments<Call extends { readonly arguments: string }>(call: Call): Call {
  return { ...call, arguments: maskPersonalData(call.arguments) };
}

function masked({ prefer, ...one }: ReportCase): ReportCase {
  return {
    ...one,
    replies: one.replies.map(maskedReply),
    ...(prefer === undefined
      ? {}
      : {
          prefer: prefer.map((pair) =>
            pair.kind === 'compared'
              ? { ...pair, reason: maskPersonalData(pair.reason) }
              : { ...pair, why: maskPersonalData(pair.why) },
          ),
        }),
  };
}

function maskedReply({
  text,
  transcript,
  trace,
  toolCalls,
  unanswered,
  error,
  checks,
  ...reply
}: ReportReply): ReportReply {
  return {
    ...reply,
    ...(text === undefined ? {} : { text: maskPersonalData(text) }),
    ...(transcript === undefined ? {} : { transcript: transcript.map(maskedTurn) }),
    ...maskedTrace(trace),
    ...(toolCalls === undefined ? {} : { toolCalls: toolCalls.map(maskedArguments) }),
    ...(unanswered === undefined ? {} : { unanswered: unanswered.map(maskedArguments) }),
    ...(error === undefined ? {} : { error: { ...error, message: maskPersonalData(error.message) } }),
    checks: checks.map((check) => {
      if (check.kind === 'unscored') return { ...check, why: maskPersonalData(check.why) };
      const { details, ...rest } = check;
      const reason = maskPersonalData(check.reason);
      return { ...rest, reason, ...(details === undefined ? {} : { details: maskedObject(details) }) };
    }),
  };
}

function maskedTrace(trace: ReportReply['trace']): Pick<ReportReply, 'trace'> {
  if (trace === undefined) return {};
  const steps = trace.map(({ step, contexts, details }) => ({
    step: maskPersonalData(step),
    ...(contexts === undefined ? {} : { contexts: contexts.map(maskPersonalData) }),
    ...(details === undefined ? {} : { details: maskedObject(details) }),
  }));
  return { trace: steps };
}

function maskedTurn({ content, toolCalls, trace, ...turn }: Turn): Turn {
  const calls = toolCalls === undefined ? {} : { toolCalls: toolCalls.map(maskedArguments) };
  return { ...turn, content: maskPersonalData(content), ...calls, ...maskedTrace(trace) };
}

type Turn = NonNullable<ReportReply['transcript']>[number];

function maskedExam({ reference, vars, ...one }: ReportPrompt['exam'][number]): ReportPrompt['exam'][number] {
  return {
    ...one,
    vars: maskedObject(vars),
    ...(reference === undefined ? {} : { reference: maskPersonalData(reference) }),
  };
}

function maskedObject(object: Readonly<JsonObject>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, maskedValue(value)]));
}

function maskedValue(value: Json): Json {
  if (typeof value === 'string') return maskPersonalData(value);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(maskedValue) : maskedObject(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
