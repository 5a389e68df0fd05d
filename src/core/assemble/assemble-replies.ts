import type { JsonObject } from '../json.ts';
import type { Message } from '../prompt.ts';
import type { ToolCall, TraceStep } from '../reply.ts';
import type { ReportReply } from '../report/report.ts';
import { type CellRun, type ConversationTurn, readTranscript, type SideRun, type TrialRun } from '../run/trial-run.ts';
import { assistantText } from '../scoring/conversation.ts';
import type { Side } from '../side.ts';
import type { ReadSaid } from './assemble-row.ts';

/** Every reply of a cell in order of trial; one asked once for both sides is listed once, as the new side's. */
export function assembleReplies({ cell, trials }: CellRun, readSaid: ReadSaid): readonly ReportReply[] {
  return trials.flatMap((trial) => [
    ...(trial.old === undefined || cell.identical ? [] : [assembleReply('old', trial, trial.old, readSaid)]),
    assembleReply('new', trial, trial.new, readSaid),
  ]);
}

/**
 * What was said is read from the store each time it is looked at, and never held here: a report of many thousand replies
 * is a few kilobytes a case, however long they are.
 */
function assembleReply(side: Side, { trial, round }: TrialRun, run: SideRun, readSaid: ReadSaid): ReportReply {
  const { reply, score, conversation } = run;
  const checks = score.checks.map((check) => ({ ...check }));
  if (reply.kind === 'failed') {
    return { side, trial, round, checks, error: { reason: reply.reason, message: reply.message } };
  }
  const about = aboutReply(run, reply, checks);
  const { call } = reply;
  if (conversation === undefined) {
    return {
      side,
      trial,
      round,
      get text() {
        return readSaid(call)?.text ?? '';
      },
      ...(reply.answer.trace === undefined ? {} : toldTrace(() => readSaid(call)?.trace ?? [], run.traceCut === true)),
      ...about,
    };
  }
  const transcript = (): readonly Message[] => readTranscript(conversation.turns, (said) => readSaid(said)?.text) ?? [];
  return {
    side,
    trial,
    round,
    get text() {
      return assistantText(transcript());
    },
    get transcript() {
      return transcript().map((message, at) => {
        const turn = conversation.turns[at];
        const trace = turn?.role === 'assistant' ? readSaid(turn.call)?.trace : undefined;
        return { ...plainTurn(message, turn), ...(trace === undefined ? {} : { trace: cutTrace(trace).trace }) };
      });
    },
    conversationEnd: conversation.end,
    ...(conversation.unanswered === undefined ? {} : { unanswered: conversation.unanswered.map(plainCall) }),
    ...about,
  };
}

type Answered = Extract<SideRun['reply'], { readonly kind: 'answered' }>;

/** All that is told of a reply beside what was said. */
function aboutReply({ score, costUsd }: SideRun, { answer, kept }: Answered, checks: ReportReply['checks']) {
  return {
    ...(score.kind === 'scored' ? { score: score.value } : { error: unscored(score.why) }),
    ...(score.kind === 'scored' && score.passes !== undefined ? { passes: score.passes } : {}),
    checks,
    usage: answer.usage,
    ...(costUsd === undefined ? {} : { costUsd }),
    latencyMs: answer.latencyMs,
    ...(answer.firstTokenMs === undefined ? {} : { firstTokenMs: answer.firstTokenMs }),
    model: answer.servedModel,
    finishReason: answer.finishReason,
    ...(answer.toolCalls.length === 0 ? {} : { toolCalls: answer.toolCalls.map(plainCall) }),
    ...(kept ? { kept: true } : {}),
  };
}

function unscored(message: string): NonNullable<ReportReply['error']> {
  return { reason: 'unscored', message };
}

type ReportTurn = NonNullable<ReportReply['transcript']>[number];

/** A message as the report holds it: without ids, which no reader needs. A transcript has no other roles. */
function plainTurn({ role, content, toolCalls }: Message, turn: ConversationTurn | undefined): ReportTurn {
  if (turn?.role === 'tool') return { role: 'tool', content, tool: turn.name };
  const calls = toolCalls === undefined ? {} : { toolCalls: toolCalls.map(plainCall) };
  return { role: role === 'user' ? 'user' : 'assistant', content, ...calls };
}

function plainCall({ name, arguments: written }: ToolCall): Omit<ToolCall, 'id'> {
  return { name, arguments: written };
}

/** Characters of a trace that a report holds: an application may tell megabytes. */
const mostTrace = 20_000;

type Cut = Pick<ReportReply, 'trace' | 'traceCut'>;

/** The trace as it is read when it is looked at. */
function toldTrace(read: () => readonly TraceStep[], isCut: boolean): Cut {
  return {
    get trace() {
      return cutTrace(read()).trace;
    },
    ...(isCut || cutTrace(read()).isCut ? { traceCut: true } : {}),
  };
}

/** A trace as far as a report holds it: its steps in order, each passage whole or cut at the end of what is left. */
function cutTrace(trace: readonly TraceStep[]): { readonly trace: NonNullable<Cut['trace']>; readonly isCut: boolean } {
  let left = mostTrace;
  let isCut = false;
  const take = (length: number): number => {
    const taken = Math.min(left, length);
    isCut ||= taken < length;
    left -= taken;
    return taken;
  };
  const told: { step: string; contexts?: string[]; details?: JsonObject }[] = [];
  for (const { step, contexts, details } of trace) {
    if (take(step.length + stepCosts) < step.length + stepCosts) break;
    const passages = contexts?.map((passage) => passage.slice(0, take(passage.length)));
    const more = details === undefined ? 0 : JSON.stringify(details).length;
    const fits = take(more) === more;
    told.push({
      step,
      ...(passages === undefined ? {} : { contexts: passages }),
      ...(details !== undefined && fits ? { details } : {}),
    });
  }
  return { trace: told, isCut };
}

/** Of a step without a word. */
const stepCosts = 20;
