import { showHidden } from '../core/text/show-hidden.ts';
import { casesInBlock, type PageCase, type PageIndex } from '../reporters/html/page-data.ts';

/** The report's data as the page holds it: an index, and blocks of cases that are unpacked when one of them is opened. */
export type PageStore = {
  readonly index: PageIndex;
  /** The case of this place in the index, at once where its block lies open; undefined where the page holds none of its replies. */
  readonly open: (at: number) => Opened | Promise<Opened>;
  /** What was asked and said in the cases of a block, in lower case. */
  readonly readTexts: (block: number) => Promise<readonly string[]>;
  readonly blocks: number;
};

export type Opened = PageCase | undefined;

/** Blocks that stay unpacked: those around the case that is looked at. */
const mostHeld = 6;

export async function openData(): Promise<PageStore> {
  const index: PageIndex = await unpack('index');
  const held = new Map<number, readonly PageCase[] | Promise<readonly PageCase[]>>();
  const hold = (block: number, opened: readonly PageCase[] | Promise<readonly PageCase[]>) => {
    held.delete(block);
    held.set(block, opened);
    for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
  };
  const open = (block: number): readonly PageCase[] | Promise<readonly PageCase[]> => {
    const opened = held.get(block) ?? unpackBlock(block);
    hold(block, opened);
    if (opened instanceof Promise) void opened.then((cases) => held.has(block) && hold(block, cases));
    return opened;
  };
  return {
    index,
    open: (at) => {
      const opened = open(Math.floor(at / casesInBlock));
      const place = at % casesInBlock;
      return opened instanceof Promise ? opened.then((cases) => cases[place]) : opened[place];
    },
    readTexts: async (block) => {
      const cases = await (held.get(block) ?? unpackBlock(block));
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
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  const gunzip = new DecompressionStream('gzip');
  const writer = gunzip.writable.getWriter();
  const [json] = await Promise.all([new Response(gunzip.readable).text(), writer.write(bytes), writer.close()]);
  // What hides from a reader was packed as an escape: most texts have none.
  if (!/\\[ubfr]/u.test(json)) return JSON.parse(json);
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
