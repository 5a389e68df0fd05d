import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ScorerResult } from '../core/check-kind.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { lazyLibrary } from './text/lazy-library.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

const parser = lazyLibrary('parse5', () => import('parse5'));

/** Elements made of one reply: few characters can stand for millions, as HTML repeats what was left open. */
const mostElements = 200_000;

/** Elements that a parser adds where they are not written. */
const wrapper = /^(?:html|head|body)$/u;

export const htmlScorer = defineCheckKind({
  kind: 'html',
  summary:
    'The whole reply is HTML: it has a known element (or one whose name has a hyphen), and no text stands outside of all elements. A code fence around it counts against it.',
  argument: noArgument,
  options: plainOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: `it stands for more than ${mostElements.toLocaleString('en')} elements`,
  load: parser.load,
  score: ({ text }) => {
    const html = text.trim();
    if (html === '') return mark(false, 'is empty');
    if (/^<\?xml/iu.test(html)) return mark(false, 'is XML, not HTML');
    const elements = elementsIn(html);
    return elements === undefined
      ? { kind: 'unscored', why: `it stands for more than ${mostElements.toLocaleString('en')} elements` }
      : judge(elements, html.toLowerCase());
  },
});

type Element = DefaultTreeAdapterTypes.Element;

function judge(elements: readonly Element[], html: string): ScorerResult {
  const body = elements.find(({ tagName }) => tagName === 'body');
  const bare = body?.childNodes.some(
    (node) => node.nodeName === '#text' && 'value' in node && node.value.trim() !== '',
  );
  if (body !== undefined && bare === true && !isWritten(body, html)) {
    return mark(false, 'has text outside of all elements');
  }
  const known = elements.some((element) => isKnown(element, html));
  return mark(known, known ? 'is HTML' : 'has no element of HTML');
}

function isKnown(element: Element, html: string): boolean {
  const { tagName } = element;
  return wrapper.test(tagName) ? isWritten(element, html) : htmlElements.has(tagName) || tagName.includes('-');
}

function isWritten({ tagName, sourceCodeLocation }: Element, html: string): boolean {
  return Boolean(sourceCodeLocation) && new RegExp(`<${tagName}[\\s>/]`, 'u').test(html);
}

/** All elements of a page in the order in which they are opened; `undefined` where there are too many. */
function elementsIn(html: string): readonly Element[] | undefined {
  const { defaultTreeAdapter, parse } = parser.get();
  const elements: Element[] = [];
  const tooMany = new Error('too many elements');
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...about) => {
      if (elements.length === mostElements) throw tooMany;
      const element = defaultTreeAdapter.createElement(...about);
      elements.push(element);
      return element;
    },
  };
  try {
    parse(html, { sourceCodeLocationInfo: true, treeAdapter });
    return elements;
  } catch (error) {
    if (error === tooMany) return undefined;
    throw error;
  }
}

/** Elements of the HTML standard by which a reply is taken for HTML; names with a hyphen (custom elements) count too. */
const htmlElements: ReadonlySet<string> = new Set(
  `html head title base link meta style body article section nav aside h1 h2 h3 h4 h5 h6 header footer address main
  p hr pre blockquote ol ul li dl dt dd figure figcaption div menu
  a em strong small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr
  ins del img iframe embed object param picture source video audio track map area svg math
  script noscript canvas template slot
  table caption colgroup col tbody thead tfoot tr td th
  form label input button select datalist optgroup option textarea output progress meter fieldset legend
  details summary dialog`
    .trim()
    .split(/\s+/u),
);

export const notHtmlScorer = negate(htmlScorer, 'The reply is not HTML.');
