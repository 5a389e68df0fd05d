/** Texts that cost a careless reader minutes or its stack: what a format recognises of them it must read or refuse at once. */
export function outsizedTexts(example: string): readonly (readonly [what: string, text: string])[] {
  const deep = 10_000;
  return [
    ['brackets', '['.repeat(deep)],
    ['braces', '{"a":'.repeat(deep)],
    ['open markers', '{{'.repeat(deep)],
    ['open blocks', `---\nmodel: m\n---\n${'{{#if a}}'.repeat(deep / 10)}`],
    ['tags', '{% if a %}'.repeat(deep / 10)],
    ['lists in lists', '- '.repeat(deep)],
    ['one line', 'a, "b" '.repeat(deep)],
    ['line feeds', '\n'.repeat(deep)],
    ['an example many times', `${example}\n`.repeat(200)],
  ];
}

/** Longest that a reader may take for one of them, on a machine that is busy. */
export const longestReading = 5_000;
