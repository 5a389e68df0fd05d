import type { Asked, Forum, ForumComment } from '../../core/forum.ts';
import { decideComment } from '../../core/publish/decide-comment.ts';
import type { Report } from '../../core/report/report.ts';
import type { Seal } from '../../core/seal/create-seal.ts';

/** What a cancelled run knows, and has no time to read again. */
export type CancelledRun = {
  readonly pull: number;
  readonly name: string;
  readonly head: string;
  /** Run id and attempt. */
  readonly run: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Our comments as they were listed before asking began. */
  readonly comments: readonly ForumComment[];
  readonly render: (marker: string) => string;
  readonly seal: Seal | undefined;
};

/**
 * Says in the comment that the review was cancelled, by one request: the runner kills the step soon. The marker
 * carries a fingerprint of its own, so that nobody takes this for a verdict, nor accepts it.
 */
export async function publishCancelled(
  report: Report,
  { pull, comments, render, seal, ...run }: CancelledRun,
  forum: Forum,
): Promise<Asked<ForumComment> | undefined> {
  const decision = decideComment({
    comments,
    head: undefined,
    begin: true,
    render,
    seal,
    statement: { ...run, verdict: 'invalid', fingerprint: `${report.fingerprint} cancelled ${run.run}`, carried: {} },
  });
  switch (decision.kind) {
    case 'create':
      return forum.create(pull, decision.body);
    case 'update':
      return forum.update(decision.id, decision.body);
    case 'keep':
    case 'superseded':
      return undefined;
  }
}
