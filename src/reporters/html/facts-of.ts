import type { ReportReply } from '../../core/report/report.ts';
import { showDuration, showMoney, showNumberOf } from '../show-quantity.ts';
import { wordConversationEnd } from '../wording/word-conversation-end.ts';

/** What a reply took and how it ended: latency, tokens, dollars, the model that served it. */
export function factsOf(reply: ReportReply): readonly string[] {
  const tokens = reply.usage?.outputTokens;
  const end = wordConversationEnd(reply);
  return [
    ...(reply.latencyMs === undefined
      ? []
      : [`${showDuration(reply.latencyMs)}${reply.transcript === undefined ? '' : ' a turn'}`]),
    ...(tokens === undefined ? [] : [showNumberOf(tokens, 'token')]),
    ...(reply.costUsd === undefined ? [] : [showMoney(reply.costUsd)]),
    ...(reply.finishReason === undefined || reply.finishReason === 'stop' ? [] : [`ended by ${reply.finishReason}`]),
    ...(end === undefined ? [] : [end]),
    ...(reply.kept === true ? ['kept'] : []),
    ...(reply.model === undefined ? [] : [reply.model]),
  ];
}
