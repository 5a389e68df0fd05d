import type { ReportReply } from '../../core/report/report.ts';

/** How a simulated conversation ended, in words; nothing where there was none. */
export function wordConversationEnd({ conversationEnd }: ReportReply): string | undefined {
  return conversationEnd === undefined ? undefined : words[conversationEnd];
}

const words = {
  met: 'the user’s goal was met',
  'given-up': 'the user gave up',
  turns: 'no turn was left',
} as const satisfies Record<NonNullable<ReportReply['conversationEnd']>, string>;
