import { Terminal } from '@xterm/headless';

/** Final bytes of control sequences, and what may stand before their parameters. */
const finals = charactersOf(0x40);
const prefixes = ['', '?', '>', '=', '<'];
const commands = [...Array.from({ length: 20 }, (_, at) => at), 52, 104, 110, 111, 112, 133, 633, 777, 1337];

/** A terminal that shows what is written, and tells what of it was more than text. */
export type WatchedTerminal = {
  /** What a text does besides standing there (colours aside where they are ours), and the lines that are then shown, blank ones at the end too. */
  readonly show: (text: string) => Promise<{ readonly effects: readonly string[]; readonly lines: readonly string[] }>;
  readonly close: () => void;
};

/** Opens a wide terminal in memory. */
export function openTerminal(columns: number): WatchedTerminal {
  const terminal = new Terminal({
    cols: columns,
    rows: 50,
    scrollback: 5_000,
    allowProposedApi: true,
    convertEol: true,
  });
  let effects: string[] = [];
  const note = (effect: string) => {
    effects.push(effect);
    return true;
  };
  for (const final of charactersOf(0x30)) terminal.parser.registerEscHandler({ final }, () => note(`escape ${final}`));
  for (const final of finals) {
    for (const prefix of prefixes) {
      if (prefix === '' && final === 'm') continue;
      const id = prefix === '' ? { final } : { prefix, final };
      terminal.parser.registerCsiHandler(id, () => note(`control sequence ${prefix}${final}`));
      terminal.parser.registerDcsHandler(id, () => note(`device string ${prefix}${final}`));
    }
  }
  for (const command of commands) terminal.parser.registerOscHandler(command, () => note(`system command ${command}`));
  terminal.onBell(() => note('bell'));
  terminal.onTitleChange((title) => note(`title ${title}`));
  terminal.onData((data) => note(`answers ${JSON.stringify(data)}`));
  return {
    show: async (text) => {
      effects = [];
      terminal.reset();
      await new Promise<void>((resolve) => terminal.write(text, resolve));
      const { active } = terminal.buffer;
      if (active.type !== 'normal') note('alternate buffer');
      const lines: string[] = [];
      for (let at = 0; at < active.length; at += 1) {
        const line = active.getLine(at);
        const goesOn = active.getLine(at + 1)?.isWrapped === true;
        // A wide letter that no longer fits leaves the last place of a line empty.
        const isFull = line?.getCell(columns - 1)?.getCode() !== 0 || line.getCell(columns - 1)?.getWidth() === 0;
        const text = line?.translateToString(!goesOn, 0, goesOn && !isFull ? columns - 1 : columns) ?? '';
        // What is wider than the screen goes on below.
        if (line?.isWrapped === true) lines.push(`${lines.pop() ?? ''}${text}`);
        else lines.push(text);
      }
      return { effects, lines };
    },
    close: () => terminal.dispose(),
  };
}

/** Characters from this one to the last that a sequence may end with. */
function charactersOf(first: number): readonly string[] {
  return Array.from({ length: 0x7e - first + 1 }, (_, at) => String.fromCharCode(first + at));
}
