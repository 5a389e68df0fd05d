import type { GoldenCase } from '../golden-case.ts';

/** The cases that carry one of the tags; all of them where no tag is asked for. */
export function selectByTags(cases: readonly GoldenCase[], tags: readonly string[]): readonly GoldenCase[] {
  return tags.length === 0 ? cases : cases.filter((golden) => golden.tags.some((tag) => tags.includes(tag)));
}
