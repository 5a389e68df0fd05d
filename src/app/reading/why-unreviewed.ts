import type { Exam } from '../../core/exam.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { namesGivenBy, type SettledPrompts } from '../../core/settle-prompts.ts';
import { findHalfRendered } from '../../core/template/find-foreign-markers.ts';
import { clip } from '../../core/text/clip.ts';
import type { ReadCandidate, Unreviewed } from './compare-candidate.ts';
import type { GoldenCasesRead } from './golden-cases-reader.ts';

/** Why a changed prompt is not asked: nothing judges it, or something of it would stay unfilled. */
export function whyUnreviewed(
  read: ReadCandidate,
  {
    settled,
    exam,
    cases,
    tags,
    told,
  }: {
    readonly settled: SettledPrompts;
    readonly exam: Exam;
    readonly cases: readonly GoldenCase[];
    readonly tags: readonly string[];
    /** Applications are asked, which fill templates of any kind themselves. */
    readonly told: boolean;
  },
): Omit<Unreviewed, 'path'> | undefined {
  const left = (): Omit<Unreviewed, 'path'> | undefined =>
    told ? undefined : whyHalfRendered(read, settled, namesGivenBy(cases));
  const unguarded = whyUnguarded(exam, read.cases.next, tags);
  if (unguarded === undefined) return left();
  // Who wrote cases for a template that is not filled here would have written them for nothing.
  const first = cases.length === 0 ? left() : undefined;
  return first === undefined ? unguarded : { ...first, detail: `${first.detail ?? ''}; it has no golden cases either` };
}

function whyUnguarded(
  exam: Exam,
  { paths }: GoldenCasesRead,
  tags: readonly string[],
): Omit<Unreviewed, 'path'> | undefined {
  if (exam.cases.length > 0) return undefined;
  const unchecked = exam.unchecked.length;
  if (unchecked > 0) {
    const detail =
      unchecked === 1 ? 'its one golden case has no check' : `none of its ${unchecked} golden cases has a check`;
    return { why: 'no-checks', detail };
  }
  if (exam.changed.removed.length > 0) return { why: 'no-cases', detail: 'all were removed here' };
  const detail = [
    ...(tags.length === 0 ? [] : [`none with the tag ${tags.join(' or ')}`]),
    ...(paths[0] === undefined ? [] : [`they would be in ${paths[0]}`]),
  ].join('; ');
  return { why: 'no-cases', ...(detail === '' ? {} : { detail }) };
}

/** A prompt of which something would stay unfilled is asked on neither side: its replies would be about the template. */
function whyHalfRendered(
  sides: Pick<ReadCandidate, 'old' | 'next' | 'cases'>,
  settled: SettledPrompts,
  known: ReadonlySet<string>,
): Omit<Unreviewed, 'path'> | undefined {
  const found = [
    { side: sides.next, prompt: settled.next, where: '' },
    { side: sides.old, prompt: settled.old, where: ' of the old side' },
  ].map(({ side, prompt, where }) => {
    const left = prompt === undefined || side.kind === 'none' ? [] : findHalfRendered(prompt, side.text, known);
    return left.map(({ marker, writtenAs, line }) => `line ${line}${where}: \`${clip(marker, 60)}\` is ${writtenAs}`);
  });
  const [left] = found.filter((lines) => lines.length > 0);
  if (left === undefined) return undefined;
  // Where the old side was whole, its cases ran until now.
  const orphaned = sides.old.kind === 'prompt' && found[1]?.length === 0 ? wordOrphaned(sides) : undefined;
  return { why: 'template', detail: [...left, ...(orphaned === undefined ? [] : [orphaned])].join('; ') };
}

/** Golden cases that are named of those that a prompt leaves behind. */
const mostNamed = 10;

/** The golden cases that a prompt leaves behind, in words; `undefined` where it had none. */
export function wordOrphaned({ cases: { old, tip } }: Pick<ReadCandidate, 'cases'>): string | undefined {
  const ids = [
    ...new Set([old, ...(tip === undefined ? [] : [tip])].flatMap(({ cases }) => cases.map(({ id }) => id))),
  ];
  if (ids.length === 0) return old.problems.length > 0 ? 'its golden cases at base cannot be read' : undefined;
  const named = ids.slice(0, mostNamed);
  const more = ids.length - named.length;
  const [noun, run] = ids.length === 1 ? ['case', 'runs'] : ['cases', 'run'];
  return `the golden ${noun} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} no longer ${run}`;
}
