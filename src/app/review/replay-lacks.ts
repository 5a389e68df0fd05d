import type { DesignCell } from '../../core/design/design-review.ts';
import type { Problem } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';

const lacks = {
  reply: 'The report does not hold every reply to what this working tree would ask',
  grade: 'The report does not hold what a model or scorer would say of checks that changed',
  whole: 'The report does not hold whole replies for checks that changed',
} as const;

type Lack = keyof typeof lacks;

/** What a replayed report was asked for in vain, by case and model. */
export class ReplayLacks {
  readonly #found = new Map<Lack, Map<string, Set<string>>>();

  add(what: Lack, { prompt, exam, row }: DesignCell): void {
    const cases = this.#found.get(what) ?? new Map<string, Set<string>>();
    const name = `\`${exam.key}\` of ${prompt}`;
    this.#found.set(what, cases.set(name, (cases.get(name) ?? new Set()).add(row)));
  }

  problems({ head }: Report): readonly Problem[] {
    const fix = `Check out ${head.sha.slice(0, 12)}, of which it was made, or review without \`--from-run\` to ask.`;
    return [...this.#found].map(([what, cases]): Problem => ({ reason: 'files', what: word(what, cases), fix }));
  }
}

function word(what: Lack, cases: ReadonlyMap<string, ReadonlySet<string>>): string {
  const named = [...cases].slice(0, 5).map(([name, models]) => `${name} on ${[...models].join(', ')}`);
  const more = cases.size - named.length;
  const rest = more === 0 ? '' : `; and ${more} more ${more === 1 ? 'case' : 'cases'}`;
  return `${lacks[what]}: ${named.join('; ')}${rest}.`;
}
