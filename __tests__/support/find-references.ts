/**
 * What GitHub makes of a text once its Markdown is HTML, by the rules that its documentation gives ("Basic writing and formatting
 * syntax", "Autolinked references and URLs", "Writing mathematical expressions") and wider where it gives none.
 */
const rules = {
  mention: /@[\p{L}\p{N}]/u,
  reference: /#\d|\bgh-\d/iu,
  commit: /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/iu,
  address: /(?:https?|ftp):\/\/[\p{L}\p{N}]|\bwww\.[\p{L}\p{N}]|\b(?:mailto|xmpp):[\p{L}\p{N}]/iu,
  emoji: /:[\w+-]+:/u,
  mathematics: /\$\$[^$]+\$\$|\$`[^$]+`\$|(?<![\p{L}\p{N}\\])\$(?![\s$])[^$]*(?<![\s$])\$(?![\p{L}\p{N}$])/u,
} as const;

/** Each thing that GitHub would act on in these texts, as rule and text; none where they are only text. */
export function findReferences(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    Object.entries(rules).flatMap(([rule, pattern]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`${rule} ${JSON.stringify(found)} in ${JSON.stringify(text.slice(0, 400))}`];
    }),
  );
}
