import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { findXml, readXml, xmlLibrary } from './markup/find-xml.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { elementsArgument, pathsOf } from './xml.ts';

export const containsXmlScorer = defineCheckKind({
  kind: 'contains-xml',
  summary:
    'An XML element that is closed stands somewhere in the reply; with paths, those that stand side by side have all of these elements.',
  argument: elementsArgument,
  options: plainOptions,
  example: 'order.id',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  load: xmlLibrary.load,
  score: ({ argument, text }) => {
    const paths = pathsOf(argument);
    let missing: string | undefined;
    for (const { together, each } of findXml(text)) {
      const whole = readXml(together, paths);
      for (const read of whole.kind === 'xml' ? [whole] : each.map((one) => readXml(one, paths))) {
        if (read.kind === 'not') continue;
        if (read.missing.length === 0) return mark(true, 'contains XML');
        missing ??= read.missing.join(', ');
      }
    }
    return mark(false, missing === undefined ? 'contains no XML' : `contains XML without ${missing}`);
  },
});

export const notContainsXmlScorer = negate(
  containsXmlScorer,
  'The reply contains no XML element that is closed; with paths, none with all of these elements.',
);
