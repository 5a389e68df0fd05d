import type { FilesHost } from '../../src/core/ports.ts';
import type { ChangedFile, FileMode, FileText, PullRequest, Revision, Tree } from '../../src/core/pull-request.ts';

/** Files of a revision by path: a text, or the mode of what is no file. */
export type Files = Readonly<Record<string, string | { readonly mode: FileMode }>>;

/** Two revisions held in memory, as a host would serve them, and what was asked of it. */
export type TwoRevisions = {
  readonly host: FilesHost;
  readonly pull: PullRequest;
  readonly changed: readonly ChangedFile[];
  /** `tree base`, `text head prompts/a.txt` … in order. */
  readonly asked: readonly string[];
};

/** A host over two sets of files; `renames` says which path at head was which at base. */
export function twoRevisions(base: Files, head: Files, renames: Readonly<Record<string, string>> = {}): TwoRevisions {
  const asked: string[] = [];
  const filesOf = (revision: Revision): Files => (revision.sha === 'base' ? base : head);
  const text = (revision: Revision, path: string): FileText => {
    asked.push(`text ${revision.sha} ${path}`);
    const file = filesOf(revision)[path];
    return typeof file === 'string' ? { kind: 'text', text: file } : { kind: 'absent' };
  };
  const host: TwoRevisions['host'] = {
    tree: (revision) => {
      asked.push(`tree ${revision.sha}`);
      return Promise.resolve(treeOf(filesOf(revision)));
    },
    text: (revision, path) => Promise.resolve(text(revision, path)),
    texts: (revision, paths) => Promise.resolve(new Map(paths.map((path) => [path, text(revision, path)]))),
    bytes: async (revision, path) => {
      const read = text(revision, path);
      return read.kind === 'text'
        ? { kind: 'bytes', base64: Buffer.from(read.text, 'latin1').toString('base64') }
        : read;
    },
  };
  const pull: PullRequest = {
    tip: { sha: 'base', ref: 'main' },
    base: { sha: 'base', ref: 'main' },
    head: { sha: 'head', ref: 'topic' },
    fork: false,
  };
  return { host, pull, changed: changesBetween(base, head, renames), asked };
}

function treeOf(files: Files): Tree {
  return new Map(
    Object.entries(files).map(([path, file]) => {
      const text = typeof file === 'string';
      return [path, { path, mode: text ? 'file' : file.mode, id: '', bytes: text ? file.length : 0 }];
    }),
  );
}

function changesBetween(base: Files, head: Files, renames: Readonly<Record<string, string>>): readonly ChangedFile[] {
  const moved = new Set(Object.values(renames));
  const now = Object.keys(head).flatMap((path): readonly ChangedFile[] => {
    const previousPath = renames[path];
    if (previousPath !== undefined) return [{ path, previousPath, status: 'renamed' }];
    if (base[path] === undefined) return [{ path, status: 'added' }];
    return base[path] === head[path] ? [] : [{ path, status: 'modified' }];
  });
  const gone = Object.keys(base).filter((path) => head[path] === undefined && !moved.has(path));
  return [...now, ...gone.map((path): ChangedFile => ({ path, status: 'removed' }))];
}
