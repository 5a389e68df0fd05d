import type { Message } from '../prompt.ts';
import type { ToolCall } from '../reply.ts';
import type { ReportReply } from '../report/report.ts';
import { type CellRun, type ConversationTurn, readTranscript, type SideRun, type TrialRun } from '../run/trial-run.ts';
import { assistantText } from '../scoring/conversation.ts';
import type { Side } from '../side.ts';
import type { ReadText } from './assemble-row.ts';

/** Every reply of a cell in order of trial; one asked once for both sides is listed once, as the new side's. */
export function assembleReplies({ cell, trials }: CellRun, readText: ReadText): readonly ReportReply[] {
  return trials.flatMap((trial) => [
    ...(trial.old === undefined || cell.identical ? [] : [assembleReply('old', trial, trial.old, readText)]),
    assembleReply('new', trial, trial.new, readText),
  ]);
}

/**
 * What was said is read from the store each time it is looked at, and never held here: a report of many thousand replies
 * is a few kilobytes a case, however long they are.
 */
function assembleReply(side: Side, { trial, round }: TrialRun, run: SideRun, readText: ReadText): ReportReply {
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
        return readText(call) ?? '';
      },
      ...about,
    };
  }
  const transcript = (): readonly Message[] => readTranscript(conversation.turns, readText) ?? [];
  return {
    side,
    trial,
    round,
    get text() {
      return assistantText(transcript());
    },
    get transcript() {
      return transcript().map((message, at) => plainTurn(message, conversation.turns[at]));
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
