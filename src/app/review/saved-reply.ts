import { type Answer, type FailureReason, failureReasons, type Reply } from '../../core/reply.ts';
import type { ReportReply } from '../../core/report/report.ts';
import type { ConversationTurn, SideRun } from '../../core/run/trial-run.ts';

/** A name of several parts, none of which can be taken for another. */
export function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Why it failed, where no service answered. */
export function failureOf({
  error,
}: ReportReply): { readonly reason: FailureReason; readonly message: string } | undefined {
  const reason = failureReasons.find((known) => known === error?.reason);
  return reason === undefined || error === undefined ? undefined : { reason, message: error.message };
}

/** The reply that was saved, as a service's; `call` stands for the call that it answered. */
export function answeredBy(
  saved: ReportReply,
  call: string,
  row: string,
): Extract<Reply, { readonly kind: 'answered' }> {
  const { toolCalls = [], finishReason = 'stop', usage = {}, model = row, latencyMs = 0 } = saved;
  const answer = {
    toolCalls,
    finishReason,
    usage,
    servedModel: model,
    servedBy: '',
    latencyMs,
    at: 0,
    ...traceOf(saved),
  };
  return { kind: 'answered', call, answer, kept: true };
}

function traceOf({ trace }: Pick<ReportReply, 'trace'>): Pick<Answer, 'trace'> {
  return trace === undefined ? {} : { trace };
}

/** The conversation with a call of its own for each turn; a user's is told as the simulator tells it. */
export function conversationOf(
  { transcript, conversationEnd: end, unanswered }: ReportReply,
  answer: Omit<Answer, 'text' | 'vectors'>,
  id: string,
  texts: Map<string, Answer>,
): Pick<SideRun, 'conversation'> {
  if (transcript === undefined || end === undefined) return {};
  const turns = transcript.map(({ role, content, toolCalls, tool: name = '', ...turn }, at): ConversationTurn => {
    const call = keyOf(id, String(at));
    if (role === 'tool') return { role, name, content, toolCallId: call };
    const text = role === 'user' ? JSON.stringify({ message: content, state: 'going' }) : content;
    texts.set(call, { ...answer, ...traceOf(turn), text });
    return { role, call, ...(toolCalls === undefined ? {} : { toolCalls }) };
  });
  return { conversation: { turns, end, ...(unanswered === undefined ? {} : { unanswered }) } };
}

export function scoreOf({ score: value, passes, checks, error }: ReportReply): SideRun['score'] {
  if (value === undefined) return { kind: 'unscored', why: error?.message ?? 'the report has no score for it', checks };
  return { kind: 'scored', value, ...(passes === undefined ? {} : { passes }), checks };
}
