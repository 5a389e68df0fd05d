import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { findXml, readXml, xmlLibrary } from './markup/find-xml.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { plainOptions } from './text/text-options.ts';

const said = 'takes paths of elements such as order.id, one or a list, or nothing';

/** Elements that XML must have, each by its path from the outermost one: `order.id`; an attribute is `order.@_id`. */
export const elementsArgument = z
  .union([noArgument, filledTextOrList], { error: said })
  .describe('none, or a path of elements such as `order.id`, or a list of them');

type ElementsArgument = z.infer<typeof elementsArgument>;

/** The paths of an argument, each as the names on it. */
export function pathsOf(argument: ElementsArgument): readonly (readonly string[])[] {
  return argument === null || argument === true ? [] : textsOf(argument).map((path) => path.split('.'));
}

export const xmlScorer = defineCheckKind({
  kind: 'xml',
  summary:
    'The whole reply is well-formed XML of one outermost element, without a DTD of its own; with paths, it has all of these elements. A code fence around it counts against it.',
  argument: elementsArgument,
  options: plainOptions,
  example: ['order.id', 'order.item'],
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  load: xmlLibrary.load,
  score: ({ argument, text }) => {
    const fault = faultOf(text);
    if (fault !== undefined) return mark(false, `is not XML: ${fault}`);
    const read = readXml(text, pathsOf(argument));
    if (read.kind === 'not') return mark(false, `is not XML: ${read.why}`);
    if (read.missing.length > 0) return mark(false, `is XML without ${read.missing.join(', ')}`);
    return mark(true, 'is XML');
  },
});

const ignored = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/gu;
const notContent = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gu;
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s;&<]{0,40};?/iu;

function faultOf(text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  const read = text.replaceAll(ignored, '');
  if (read.includes(']]>')) return 'it has ]]> outside of CDATA';
  const type = /<!DOCTYPE[^>[]*[>[]?/u.exec(read)?.[0];
  if (type?.endsWith('[') === true) return 'it has a DTD of its own';
  // What a DTD elsewhere declares is not known here.
  const entity = type === undefined ? unknownEntity.exec(read)?.[0] : undefined;
  if (entity !== undefined) return `${entity} is no entity of XML`;
  const valid = xmlLibrary.get().XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (valid !== true) return `${valid.err.msg.replace(/\.$/u, '')} (line ${valid.err.line})`;
  // The validator lets anything stand beside an element that closes itself.
  const [outermost = '', ...others] = findXml(text).flatMap(({ each }) => each);
  const around = text.replace(outermost, () => '').replaceAll(notContent, '');
  return others.length > 0 || around.trim() !== '' ? 'something stands beside its outermost element' : undefined;
}

export const notXmlScorer = negate(
  xmlScorer,
  'The reply is not well-formed XML; with paths, or lacks one of these elements.',
);
