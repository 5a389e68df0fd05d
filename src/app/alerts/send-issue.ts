import type { AlertAttempt, IssueMessage } from '../../core/alerts/alert-message.ts';
import type { IssueBoard } from '../../core/issue-board.ts';
import { publishIssues } from '../../core/publish/publish-issues.ts';
import type { Seal } from '../../core/seal/create-seal.ts';
import { wordRefused } from '../publish/tell-published.ts';

/** Begins the issue of an alert or brings it up to date, or closes it. Issues of other alerts stay as they are. */
export async function sendIssue(
  { key, name, title, render, closes }: IssueMessage,
  board: IssueBoard,
  seal: Seal | undefined,
): Promise<AlertAttempt> {
  const outcomes = await publishIssues(board, {
    kind: name === undefined ? 'alert' : `alert ${name}`,
    seal,
    wishes: closes ? [] : [{ key, title, render }],
    closing: (other, marker) => (closes && other === key ? render(marker) : undefined),
  });
  const refused = outcomes.find((outcome) => outcome.kind === 'refused');
  if (refused !== undefined) return { kind: 'failed', why: wordRefused(refused).replace(/\.$/u, ''), retryable: false };
  const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [] : outcome));
  return { kind: 'sent', said: first === undefined ? 'there was none' : `${first.kind}: ${first.url}` };
}
