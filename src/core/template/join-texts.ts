import type { JsonObject } from '../json.ts';
import { fillTemplate, listVariables } from './fill-template.ts';

/** What code puts before and after a prompt's text in the same message. Its variables are `{{name}}`, whatever the text's are. */
export type JoinedTexts = { readonly prepend?: string | undefined; readonly append?: string | undefined };

/** A message's text, filled, between what is joined to it, which is filled here. */
export function joinTexts(
  text: string,
  { prepend = '', append = '' }: JoinedTexts,
  values: JsonObject,
): { readonly text: string; readonly unknown: readonly string[] } {
  const [before, after] = [fillTemplate(prepend, values), fillTemplate(append, values)];
  return { text: `${before.text}${text}${after.text}`, unknown: [...before.unknown, ...after.unknown] };
}

/** Names of the variables that are joined to a text. */
export function joinedVariables({ prepend = '', append = '' }: JoinedTexts = {}): readonly string[] {
  return listVariables(`${prepend}\n${append}`);
}

/** Why a text cannot be joined: a variable of another form would be sent as it is written. */
export function whyNotJoined(text: string): string | undefined {
  const [marker] = /(?<!\{)\{[A-Za-z_]\w*\}(?!\})|\$\{\w+\}|%\(\w+\)s|\{%/u.exec(text) ?? [];
  return marker === undefined ? undefined : `must write its variables as \`{{name}}\`, not as in \`${marker}\``;
}
