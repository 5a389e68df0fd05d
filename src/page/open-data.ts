import { showHidden } from '../core/text/show-hidden.ts';
import { casesInBlock, type PageCase, type PageIndex } from '../reporters/html/page-data.ts';

/** The report's data as the page holds it: an index, and blocks of cases that are unpacked when one of them is opened. */
export type PageStore = {
  readonly index: PageIndex;
  /** The case of this place in the index; undefined where the page holds none of its replies. */
  readonly open: (at: number) => Promise<PageCase | undefined>;
  /** What was asked and said in the cases of a block, in lower case. */
  readonly readTexts: (block: number) => Promise<readonly string[]>;
  readonly blocks: number;
};

/** Blocks that stay unpacked: those around the case that is looked at. */
const mostHeld = 6;

export async function openData(): Promise<PageStore> {
  const index: PageIndex = await unpack('index');
  const held = new Map<number, Promise<readonly PageCase[]>>();
  const open = (block: number): Promise<readonly PageCase[]> => {
    const opened = held.get(block) ?? unpackBlock(block);
    held.delete(block);
    held.set(block, opened);
    for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
    return opened;
  };
  return {
    index,
    open: async (at) => (await open(Math.floor(at / casesInBlock)))[at % casesInBlock],
    readTexts: async (block) => {
      const cases = await unpackBlock(block);
      return cases.map((one, at) => {
        const entry = index.cases[block * casesInBlock + at];
        return textsOf(entry?.id ?? '', one).toLowerCase();
      });
    },
    blocks: Math.ceil(index.cases.length / casesInBlock),
  };
}

async function unpackBlock(block: number): Promise<readonly PageCase[]> {
  return document.getElementById(`block-${block}`) === null ? [] : unpack(`block-${block}`);
}

async function unpack<Data>(id: string): Promise<Data> {
  const packed = atob(document.getElementById(id)?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const json = await new Response(stream).text();
  // Most texts are plain, and hold nothing that hides.
  if (/^[\n\x20-\x7e]*$/u.test(json) && !/\\[ubfr]/u.test(json)) return JSON.parse(json);
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? showHidden(value) : value));
}

function textsOf(id: string, { vars, reference, on }: PageCase): string {
  const said = on.flatMap((asked) =>
    [...(asked?.old ?? []), ...(asked?.new ?? [])].flatMap(({ text = '', turns = [], error = '', checks }) => [
      text,
      ...turns.map(({ content }) => content),
      error,
      ...checks.map(({ name, reason }) => `${name} ${reason}`),
    ]),
  );
  return [...new Set([id, ...vars.map(({ text }) => text), reference ?? '', ...said])].join('\n');
}
