/**
 * Reads a command file of the runner (`GITHUB_OUTPUT`, `GITHUB_STATE`): `name=value` lines and
 * `name<<delimiter` blocks. Where a name comes twice the last one holds, as on the runner.
 */
export function readCommandFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const block = /^(?<name>[^=]+?)<<(?<delimiter>.+)$/.exec(line)?.groups;
    if (block?.name !== undefined && block.delimiter !== undefined) {
      const end = lines.indexOf(block.delimiter, at + 1);
      if (end < 0) throw new Error(`the block of '${block.name}' never ends`);
      values[block.name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}
