/** A command as the runner takes it out of a line. */
export type RunnerCommand = {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
};

/** Commands that the runner registers (actions/runner, `ActionCommandManager`), debug ones among them. */
const registered: ReadonlySet<string> = new Set([
  ...['set-output', 'set-env', 'add-path', 'add-mask', 'save-state', 'stop-commands', 'echo', 'internal-set-repo-path'],
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-matcher', 'remove-matcher', 'copy-file'],
]);

/** What .NET's `TrimStart` takes for white space (`char.IsWhiteSpace`): not quite what JavaScript does. */
const blank = /^[\p{Zs}\p{Zl}\p{Zp}\t\n\v\f\r\u0085]+/u;

/** The commands in what a step writes, read as the runner reads: line by line, also at a bare carriage return. */
export function commandsIn(output: string): readonly RunnerCommand[] {
  return output.split(/\r\n|\r|\n/u).flatMap((line) => parseSecond(line) ?? parseFirst(line) ?? []);
}

/** `::name key=value,…::data`, behind white space alone. */
function parseSecond(line: string): RunnerCommand | undefined {
  const trimmed = line.replace(blank, '');
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const meaning = (text: string) => unescapeAll(text, { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' });
  const data = unescapeAll(trimmed.slice(end + 2), { '%0D': '\r', '%0A': '\n', '%25': '%' });
  return commandOf(trimmed.slice(2, end), ',', meaning, data);
}

/** `##[name key=value;…]data`, anywhere in a line. */
function parseFirst(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const meaning = (text: string) => unescapeAll(text, { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' });
  return commandOf(line.slice(start + 3, end), ';', meaning, meaning(line.slice(end + 1)));
}

function commandOf(
  info: string,
  separator: ',' | ';',
  meaning: (text: string) => string,
  data: string,
): RunnerCommand | undefined {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!registered.has(name)) return undefined;
  const pairs = (space < 0 ? '' : info.slice(space + 1)).split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && at < pair.length - 1 ? [[pair.slice(0, at).trim(), meaning(pair.slice(at + 1))] as const] : [];
  });
  return { name, properties: new Map(pairs), data };
}

function unescapeAll(text: string, meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings).reduce((told, [written, meant]) => told.replaceAll(written, meant), text);
}
