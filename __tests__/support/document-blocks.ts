/** A fenced block of a page, with the file that the paragraph before it names last: `` `promptgate.yml`: ``. */
export type DocumentBlock = { readonly language: string; readonly text: string; readonly file?: string };

/** The fenced blocks of a Markdown text, in their order. */
export function readBlocks(markdown: string): readonly DocumentBlock[] {
  const found = markdown.matchAll(/(?<before>(?:^(?!```).+\n)*)\n?^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gmu);
  return [...found].map(({ groups = {} }) => {
    const { before = '', language = '', text = '' } = groups;
    const named = before.trimEnd().endsWith(':') ? before.match(/`[^`\s]+\.\w+`/gu)?.at(-1) : undefined;
    return { language, text, ...(named !== undefined && { file: named.replaceAll('`', '') }) };
  });
}
