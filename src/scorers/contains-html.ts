import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const containsHtmlScorer = defineCheckKind({
  kind: 'contains-html',
  summary:
    'HTML stands somewhere in the reply: a well-known tag, `<!DOCTYPE html>`, an opening and a closing tag, or two other signs of it, such as a comment and an entity.',
  argument: noArgument,
  options: plainOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ text }) => {
    const found = countSigns(text) >= 2;
    return mark(found, found ? 'contains HTML' : 'contains no HTML');
  },
});

const wellKnown =
  /<(?:html|head|body|div|span|p|a|img|h[1-6]|ul|ol|li|table|tr|td|th|form|input|button|script|style|link|meta|br|hr)\b/iu;

/** Signs of HTML, weighed as promptfoo weighs them. Each is sought in time linear in the text: a reply does not choose how long. */
function countSigns(text: string): number {
  const tags = text.slice(0, text.lastIndexOf('>') + 1);
  const opens = /<[a-z][a-z0-9-]*[\s>]/iu.test(tags);
  const closes = /<\/[a-z][a-z0-9-]*\s*>/iu.test(tags);
  const quotes = text.slice(0, Math.max(0, text.lastIndexOf('"'), text.lastIndexOf("'")));
  return (
    Number(opens) +
    Number(closes) +
    Number(closesItself(tags)) +
    Number(/&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);/iu.test(text)) +
    2 * Number(/<!doctype\s+html/iu.test(text)) +
    Number(hasComment(text)) +
    Number(/\s[a-z-]+=\s*["']/iu.test(quotes)) +
    2 * Number(wellKnown.test(text))
  );
}

function closesItself(tags: string): boolean {
  return tags.split('>').some((part) => part.endsWith('/') && /<[a-z][a-z0-9-]*(?:\s|\/$)/iu.test(part));
}

function hasComment(text: string): boolean {
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', start + 4)) {
    const end = text.indexOf('--', start + 4);
    if (end === -1) return false;
    if (text[end + 2] === '>') return true;
  }
  return false;
}

export const notContainsHtmlScorer = negate(containsHtmlScorer, 'The reply contains no HTML.');
