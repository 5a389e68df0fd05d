import { hash } from '../hash.ts';
import { canonicalJson, type Json } from '../json.ts';

const longest = 80;

/** The name of a check that was given none: its kind and argument, cut where it is long but still telling two arguments apart. */
export function nameCheck(kind: string, argument: Json): string {
  if (argument === null) return kind;
  const name = `${kind}: ${typeof argument === 'string' ? argument : canonicalJson(argument)}`.replaceAll(/\s+/gu, ' ');
  const characters = [...name.slice(0, longest * 2)];
  if (characters.length <= longest) return name;
  return `${characters.slice(0, longest - 8).join('')}… ${hash(argument).slice(0, 6)}`;
}
