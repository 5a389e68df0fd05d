import type { AskingSession, ReviewPorts } from '../app/review/review-ports.ts';

/** Opens asking sessions, and closes all of them once nothing reads what was said any more. */
export function openSessions(open: ReviewPorts['openAsking']): {
  readonly open: ReviewPorts['openAsking'];
  readonly close: () => Promise<void>;
} {
  const opened: AskingSession[] = [];
  return {
    open: async (settings, calls) => {
      const session = await open(settings, calls);
      opened.push(session);
      return session;
    },
    close: async () => {
      for (const session of opened) await session.close();
    },
  };
}
