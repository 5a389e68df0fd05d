import { z } from 'zod';

const repository = z.object({ full_name: z.string() });
const followed = z.object({
  workflow_run: z.object({ event: z.string(), head_repository: repository.nullable() }),
  repository,
});
const commented = z.object({ issue: z.object({ pull_request: z.unknown() }) });

/**
 * Why a run is a pull request's, or a fork's, whatever branch its workflow is of: whoever proposes something started it.
 * @param name GITHUB_EVENT_NAME
 * @param payload the event file's JSON; anything at all may be in it
 * @returns a clause; undefined where it is none
 */
export function whyOfPull(name: string, payload: unknown): string | undefined {
  if (name.startsWith('pull_request')) return 'it is of a pull request';
  if (name === 'merge_group') return 'it is of a merge group';
  if (name === 'issue_comment' && commented.safeParse(payload).data?.issue.pull_request !== undefined)
    return 'it is of a comment on a pull request';
  if (name !== 'workflow_run') return undefined;
  const read = followed.safeParse(payload).data;
  if (read === undefined) return 'the event workflow_run does not tell what it follows';
  const { event, head_repository: theirs } = read.workflow_run;
  if (event.startsWith('pull_request') || event === 'merge_group') return 'it follows a run of a pull request';
  if (theirs?.full_name !== read.repository.full_name) return 'it follows a run of a fork';
  // What that one followed is not said.
  return event === 'workflow_run' ? 'it follows a run that follows another one' : undefined;
}
