import type { PageForm } from '../core/page-form.ts';
import type { Report } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';
import { band } from './html/band.ts';
import { caseCard } from './html/case-card.ts';
import { diffSection } from './html/diff-section.ts';
import { countElements, html, Markup } from './html/markup.ts';
import { modelsSection } from './html/models-section.ts';
import { packCases } from './html/pack-cases.ts';
import { styles } from './html/styles.ts';
import { sureSection } from './html/sure-section.ts';
import { openingOf } from './opening/opening-of.ts';
import { showOnce } from './show-once.ts';
import { type ShownCase, shownCases } from './telling-cases.ts';
import { plain } from './wording/say.ts';
import { worstPromptsFirst } from './worst-first.ts';

/**
 * Characters of a reply in a card, and cards: as many as leave the static part under so many characters, escapes and all, and
 * under so many elements, to which the program adds some 900.
 */
const sizes = [
  { longest: 2400, cards: 16 },
  { longest: 1200, cards: 16 },
  { longest: 600, cards: 16 },
  { longest: 300, cards: 16 },
  { longest: 150, cards: 16 },
  { longest: 150, cards: 8 },
  { longest: 150, cards: 4 },
  { longest: 80, cards: 2 },
] as const;
const mostStatic = { characters: 82_000, elements: 1700 } as const;
/** Elements that are left for cards where much changed, and for what changed where there are many models. */
const leastCards = 300;
const leastDiff = 200;

/**
 * The whole report, in pieces (some of them empty: a turn for others), as one HTML file that asks for nothing. What is static stands without a program and is what
 * prints: verdict, warnings, the cases that broke, models, changes, method. The program, named by its hash in the page's
 * policy, shows every case on every model out of packed blocks of data.
 */
export function* writeHtml(given: Report, { program, pack, hash }: PageForm): Generator<string> {
  const report = worstPromptsFirst(showOnce(given));
  const packed = yield* packCases(report, pack);
  const policy = [
    "default-src 'none'",
    ...(packed === undefined ? [] : [`script-src '${hash(program)}'`]),
    `style-src '${hash(styles)}'`,
    ...(report.pictures === undefined ? [] : ['img-src data:']),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const shown = staticPart(report).text;
  yield '';
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">${html`<title>${titleOf(report)}</title>`.text}<style>${styles}</style></head>
<body><a class="skip" href="#app" rel="noreferrer">Skip to the cases</a>${shown}`;
  if (packed !== undefined) {
    yield `<script type="application/gzip" id="index">${packed.index}</script>\n`;
    for (const [at, block] of packed.blocks.entries())
      yield `<script type="application/gzip" id="block-${at}">${block}</script>\n`;
    yield `<script>${program}</script>`;
  }
  yield '</body></html>\n';
}

function titleOf(report: Report): string {
  const { name, pullRequest } = report;
  const of = pullRequest === undefined ? '' : ` #${pullRequest}`;
  const advice = plain(openingOf(report).line, (text) => text).replaceAll('`', '');
  return clip(`Promptgate${name === undefined ? '' : ` ${name}`}${of}: ${advice}`, 160);
}

function staticPart(report: Report): Markup {
  const [models, sure] = [modelsSection(report), sureSection(report)];
  const taken = countElements(`${models.text}${sure.text}`) + leastCards;
  const around = [
    band(report),
    html`<section id="app" aria-label="Cases"></section>
<main id="static">`,
    models,
    diffSection(report, Math.max(leastDiff, mostStatic.elements - taken)),
    sure,
  ];
  const [before, app, ...after] = around;
  const foot = html`</main><footer>${footOf(report)}</footer>
`;
  const others = [...around, foot].map(({ text }) => text).join('');
  const fits = ({ text }: Markup) =>
    others.length + text.length <= mostStatic.characters &&
    countElements(others) + countElements(text) <= mostStatic.elements;
  let shown = html``;
  for (const size of sizes) {
    shown = cardsSection(report, size);
    if (fits(shown)) break;
  }
  return new Markup([before, app, shown, ...after, foot].map((part) => part?.text ?? '').join(''));
}

function footOf(report: Report): Markup {
  const [base, head] = [report.base.sha, report.head.sha].map((sha) => (sha === '' ? 'working tree' : sha.slice(0, 7)));
  const at = report.startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, '$1 $2 UTC');
  const compared =
    report.mode === 'check'
      ? html`<code>${head ?? ''}</code>`
      : html`<code>${base ?? ''}</code> compared with <code>${head ?? ''}</code>`;
  return html`${compared} · ${at} · ${report.tool.name} ${report.tool.version}`;
}

const titles = {
  broke: 'What broke',
  fell: 'What fell',
  fails: 'What fails, before and now',
  example: 'What fell most: an example, not proven by itself',
} as const satisfies Record<ShownCase['why'], string>;

/** The cases that broke, fell or fail, as cards: what stands without a program, and what is printed. */
function cardsSection(
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
