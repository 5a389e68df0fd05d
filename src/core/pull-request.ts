/** What a tree holds under a path. Symlinks and submodules are known, and refused. */
export type FileMode = 'file' | 'symlink' | 'submodule';

export type TreeEntry = {
  readonly path: string;
  readonly mode: FileMode;
  /** Git's object id of the content (equal ids hold equal bytes). Empty where it is not known. */
  readonly id: string;
  readonly bytes: number;
};

/** The files of one revision by path. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** One commit, or the working tree (`sha: ''`). */
export type Revision = { readonly sha: string; readonly ref: string };

export type ChangedFile = {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
};

/** What a review compares. */
export type PullRequest = {
  /** Absent outside pull requests. */
  readonly number?: number;
  /** Tip of the base branch: config and policy are read here. */
  readonly tip: Revision;
  /** Merge base: the OLD side. */
  readonly base: Revision;
  /** The NEW side. */
  readonly head: Revision;
  /** In a merge queue: `number` is the pull request to be merged; its comment and labels are read, never written. */
  readonly queued?: true;
  /** The head is of another repository, or the run has no right to secrets (Dependabot). */
  readonly fork: boolean;
};

/** A file's text, or why there is none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string };

/** A file's bytes in base64, or why there are none. */
export type FileBytes = { readonly kind: 'bytes'; readonly base64: string } | Exclude<FileText, { kind: 'text' }>;
