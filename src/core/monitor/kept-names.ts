import { clip } from '../text/clip.ts';
import type { GroupLimits } from './call-groups.ts';
import type { CallNames } from './call-names.ts';
import { type GroupedBy, type GroupNames, groupedBy } from './monitor-comparison.ts';

/** Longest name; two that are alike up to there are one. */
const longestName = 200;

/** Names that calls are told apart by, as many of each kind as their limit lets in, the first that come. */
export class KeptNames {
  readonly #limits: GroupLimits;
  readonly #known = { segment: new Set<string>(), model: new Set<string>(), prompt: new Set<string>() };
  readonly #declared: ReadonlySet<string>;

  /** @param declared segments of the config: no other name takes their place */
  constructor(limits: GroupLimits, declared: Iterable<string>) {
    this.#limits = limits;
    this.#declared = new Set(declared);
    for (const segment of this.#declared) this.#known.segment.add(segment);
  }

  /** A call's names, without those that are beyond their limit. */
  of(given: CallNames): GroupNames {
    const others: GroupedBy[] = [];
    const kept = (by: GroupedBy): string | null => {
      const whole = given[by];
      if (whole === undefined) return null;
      const name = whole.length > longestName ? clip(whole, longestName) : whole;
      const known = this.#known[by];
      if (known.has(name)) return name;
      if (known.size >= this.#limits[by]) {
        others.push(by);
        return null;
      }
      known.add(name);
      return name;
    };
    return { segment: kept('segment'), model: kept('model'), prompt: kept('prompt'), others };
  }

  /** What is beyond the limit of groups is told apart by nothing but the segments that the config declares. */
  withoutMost({ segment }: GroupNames): GroupNames {
    const isDeclared = segment !== null && this.#declared.has(segment);
    return isDeclared
      ? { segment, model: null, prompt: null, others: ['model', 'prompt'] }
      : { segment: null, model: null, prompt: null, others: groupedBy };
  }
}
