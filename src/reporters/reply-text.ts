import type { ReportReply } from '../core/report/report.ts';

/** What a reply says, or in brackets why there is nothing to read; undefined where it failed. */
export function replyText({ text, toolCalls = [], finishReason = 'stop' }: ReportReply): string | undefined {
  if (text === undefined || text.trim() !== '') return text;
  if (toolCalls.length > 0) return `(no text; it calls ${toolCalls.map(({ name }) => name).join(', ')})`;
  return finishReason === 'stop' ? '(empty)' : `(empty; ended by ${finishReason})`;
}
