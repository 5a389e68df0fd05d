import type { Report } from '../../core/report/report.ts';
import { type ShownCase, shownCases } from '../shown-cases.ts';
import { caseCard } from './case-card.ts';
import { html, type Markup } from './markup.ts';

const titles = {
  broke: 'What broke',
  fell: 'What fell',
  fails: 'What fails, before and now',
} as const satisfies Record<ShownCase['why'], string>;

/** The cases that broke, fell or fail, as cards: what stands without a program, and what is printed. */
export function cardsSection(
  report: Report,
  { longest, cards: mostCards }: { readonly longest: number; readonly cards: number },
): Markup {
  const byCase = [...Map.groupBy(shownCases(report), ({ prompt, case: { id } }) => `${prompt.path}\n${id}`).values()];
  const [first] = byCase[0] ?? [];
  if (first === undefined) return html``;
  const title = report.mode === 'check' ? 'What fails' : titles[first.why];
  const more = byCase.length - mostCards;
  const cards = byCase.slice(0, mostCards).map((placed) => caseCard(placed, report.prompts.length > 1, longest));
  return html`<section id="cards"><h2>${title}</h2>
${cards}${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}</section>
`;
}
