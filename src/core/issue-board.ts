import type { Asked } from './forum.ts';

/** A repository's issues, as far as they are ours. Nothing here throws; what was refused comes back as data. */
export interface IssueBoard {
  /** Open issues that our token's owner wrote, oldest first. Pull requests are none. */
  own(): Promise<Asked<readonly BoardIssue[]>>;
  create(text: IssueText): Promise<Asked<BoardIssue>>;
  update(number: number, text: IssueText): Promise<Asked<BoardIssue>>;
  /** Closes it as done. `body` is what it says from then on. */
  close(number: number, body: string): Promise<Asked<BoardIssue>>;
}

/** `title`: one line of text, at most 256 characters. `body`: Markdown, at most 65,536 characters. */
export type IssueText = { readonly title: string; readonly body: string };

export type BoardIssue = IssueText & {
  readonly number: number;
  readonly url: string;
  /** Names of the labels that it wears. */
  readonly labels?: readonly string[];
};
