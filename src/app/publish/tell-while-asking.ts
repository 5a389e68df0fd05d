import type { Forum, ForumComment } from '../../core/forum.ts';
import type { Clock } from '../../core/ports.ts';
import { decideComment, type Statement } from '../../core/publish/decide-comment.ts';
import { earlierVerdict } from '../../core/publish/earlier-verdict.ts';
import { endAsking, type LastWord } from '../../core/publish/end-asking.ts';
import { type Published, publishComment } from '../../core/publish/publish-comment.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { AskingRun } from '../../reporters/index.ts';
import { nameOfComment, type PublishPorts } from './stage.ts';

/** A run that is shorter says nothing before it is done. */
const quietMs = 30_000;
/** Between two tellings at least. A long run tells less often: each takes requests of the repository's hour. */
const everyMs = 15_000;
const partOfRun = 1 / 10;
/** What is under way gets so long to come to its end before the comment is written for good. */
const graceMs = 5_000;
const cancelledGraceMs = 1_000;

/** The comment of a run that still asks. */
export type LiveComment = {
  /** Comments as they were last seen. */
  readonly known: () => readonly ForumComment[];
  /** Tells no more, and waits for what is under way: nothing of it comes after what is written then. */
  readonly end: (how?: 'done' | 'cancelled') => Promise<void>;
  /** Says that no verdict came, where the comment says that this run asks still. */
  readonly giveUp: () => Promise<void>;
};

type Asking = {
  readonly settings: Settings;
  readonly pull: PullRequest & { readonly number: number };
  readonly startedAt: number;
  /** Comments before asking began. */
  readonly listed: readonly ForumComment[];
};

/**
 * Tells in the pull request's one comment how far asking is, once that takes long. Nothing that goes wrong here is heard of: the
 * run goes on, and what it writes in the end says why it could not. What the step after the job needs to end the comment, should
 * this process not come to it, is left before the first telling.
 */
export function tellWhileAsking(asking: Asking, ports: PublishPorts & { readonly clock: Clock }): LiveComment {
  const { settings, pull, startedAt } = asking;
  const { clock, stage } = ports;
  const seal = ports.sealOf(settings);
  const name = nameOfComment(settings);
  const statement = {
    name,
    run: ports.run.id,
    startedAt,
    head: pull.head.sha,
    verdict: 'invalid',
    carried: {},
  } as const;
  const earlier = earlierVerdict(asking.listed, name, seal);
  const run: AskingRun = { head: pull.head.sha, url: ports.run.url, earlier };
  const [stop, abort] = [new AbortController(), new AbortController()];
  let known = asking.listed;
  let word: LastWord | undefined;
  const forum = (): Forum => {
    const hurried = ports.hurriedForum(abort.signal);
    const note = (comment: ForumComment): void => {
      known = [...known.filter(({ id }) => id !== comment.id), comment].toSorted((a, b) => a.id - b.id);
    };
    return {
      ...hurried,
      comments: async (number) => {
        const found = await hurried.comments(number);
        if (found.kind === 'done') known = found.value;
        return found;
      },
      create: async (number, body) => {
        const created = await hurried.create(number, body);
        if (created.kind === 'done') note(created.value);
        return created;
      },
    };
  };
  const tell = async (): Promise<Published> => {
    const { writeAsking, writeStopped } = await import('../../reporters/index.ts');
    if (word === undefined) {
      const stopped = { ...statement, fingerprint: `stopped ${run.head} ${ports.run.id}` };
      const body = bodyOf(stopped, asking.listed, (marker) => stage.redact(writeStopped(run, marker)), seal);
      word = { pull: pull.number, name, run: ports.run.id, body };
      stage.leaveLastWord(word);
    }
    const now = new Date(clock.now()).toISOString();
    const far = ports.howFar();
    return publishComment(forum(), pull.number, {
      statement: { ...statement, asking: true, fingerprint: `asking ${ports.run.id}` },
      seal,
      begin: settings.comment === 'always',
      render: (marker) => stage.redact(writeAsking(run, far, now, marker)),
    });
  };
  const goOn = async (): Promise<void> => {
    const began = clock.monotonic() - (clock.now() - startedAt);
    await clock.sleep(Math.max(0, began + quietMs - clock.monotonic()), stop.signal);
    while (!stop.signal.aborted) {
      const told = await tell();
      const isFutile = told.kind === 'not-written' && told.permission !== undefined;
      if (isFutile || told.kind === 'superseded' || (told.kind === 'kept' && told.url === undefined)) return;
      await clock.sleep(Math.max(everyMs, (clock.monotonic() - began) * partOfRun), stop.signal);
    }
  };
  const going = goOn().catch(() => undefined);
  return {
    known: () => known,
    end: async (how = 'done') => {
      stop.abort();
      const over = new AbortController();
      const limit = clock.sleep(how === 'done' ? graceMs : cancelledGraceMs, over.signal).catch(() => undefined);
      await Promise.race([going, limit]);
      over.abort();
      abort.abort();
      await going;
    },
    giveUp: async () => {
      if (word !== undefined) await endAsking(ports.hurriedForum(), word);
    },
  };
}

/** The comment, whether it is begun or written over. */
function bodyOf(
  statement: Statement,
  comments: readonly ForumComment[],
  render: (marker: string) => string,
  seal: ReturnType<PublishPorts['sealOf']>,
): string {
  const decision = decideComment({ comments, statement, head: undefined, begin: true, render, seal });
  return 'body' in decision ? decision.body : render('');
}
