import type { FilesHost, Host } from '../../core/ports.ts';
import type { Revision } from '../../core/pull-request.ts';
import type { ReviewPorts } from '../review/review-ports.ts';

/** What the commands about golden cases are given: the working tree, and what asks models. */
export type CasesPorts = Omit<ReviewPorts, 'host'> & {
  readonly tree: FilesHost & {
    readonly now: Revision;
    /** Folder that the command was given in, from the root, with a slash at its end; empty at the root. */
    readonly folder: string;
  };
  /** The review that the working tree would get; nothing where there is no base to compare it with. */
  readonly openReview: () => Promise<(Host & { readonly close: () => Promise<void> }) | undefined>;
};
