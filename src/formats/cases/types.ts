import type { CheckKinds } from '../../core/check-kind.ts';
import type { LocatedRead } from '../../core/yaml/located.ts';
import type { FormatAbout } from '../about.ts';

/** One way in which a file of golden cases is written. A new one is one file here and one line in `forms.ts`. */
export type CaseForm = {
  readonly name: string;
  readonly about: FormatAbout;
  /** Endings of its files, with the dot. */
  readonly endings: readonly string[];
  /** Whether a file of such an ending is of this form, where others have the ending too. Cheap. One form at most of an ending lacks it: that takes the rest. */
  readonly recognises?: (text: string) => boolean;
  /** What the file writes, in the shape of our YAML, each value with its place. Never throws on bad input. */
  readonly read: (text: string, path: string, kinds: CheckKinds) => LocatedRead;
};
