import type { CheckKinds } from '../../core/check-kind.ts';
import type { LocatedRead } from '../../core/yaml/located.ts';

/** One way in which a file of golden cases is written. A new one is one file here and one line in `forms.ts`. */
export type CaseForm = {
  readonly name: string;
  /** Endings of its files, with the dot. */
  readonly endings: readonly string[];
  /** What the file writes, in the shape of our YAML, each value with its place. Never throws on bad input. */
  readonly read: (text: string, path: string, kinds: CheckKinds) => LocatedRead;
};
