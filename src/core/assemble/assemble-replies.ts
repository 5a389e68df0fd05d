import type { Message } from '../prompt.ts';
import type { ReportReply } from '../report/report.ts';
import { readTranscript } from '../run/read-transcript.ts';
import type { CellRun, SideRun, TrialRun } from '../run/trial-run.ts';
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

function assembleReply(side: Side, { trial, round }: TrialRun, run: SideRun, readText: ReadText): ReportReply {
  const { reply, score, costUsd, conversation } = run;
  const checks = score.checks.map((check) => ({ ...check }));
  if (reply.kind === 'failed') {
    return { side, trial, round, checks, error: { reason: reply.reason, message: reply.message } };
  }
  const { answer } = reply;
  const transcript = conversation === undefined ? undefined : readTranscript(conversation.turns, readText);
  const spoken = transcript === undefined ? undefined : assistantText(transcript);
  const text = conversation === undefined ? readText(reply.call) : spoken;
  return {
    side,
    trial,
    round,
    ...(text === undefined ? {} : { text }),
    ...(transcript === undefined ? {} : { transcript: transcript.map(plainTurn) }),
    ...(conversation === undefined ? {} : { conversationEnd: conversation.end }),
    ...(score.kind === 'scored' ? { score: score.value } : { error: { reason: 'unscored', message: score.why } }),
    ...(score.kind === 'scored' && score.passes !== undefined ? { passes: score.passes } : {}),
    checks,
    usage: answer.usage,
    ...(costUsd === undefined ? {} : { costUsd }),
    latencyMs: answer.latencyMs,
    model: answer.servedModel,
    finishReason: answer.finishReason,
    ...(answer.toolCalls.length === 0 ? {} : { toolCalls: answer.toolCalls }),
    ...(reply.kept ? { kept: true } : {}),
  };
}

/** A message as the report holds it. A transcript has no other roles. */
function plainTurn({ role, content }: Message): NonNullable<ReportReply['transcript']>[number] {
  return { role: role === 'user' ? 'user' : 'assistant', content };
}
