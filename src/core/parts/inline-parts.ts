import type { GoldenCase } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';
import type { FileBytes } from '../pull-request.ts';
import type { HeldBytes } from './held-bytes.ts';
import { mediaTypes } from './media-type.ts';
import { isAddress, partKinds, partOf, partWords, type WrittenPart, writtenPart } from './part-value.ts';

type Inlined = { readonly value: Json } | { readonly what: string; readonly fix?: string };

const relative = 'Paths are relative to the file they are written in.';
const dataUrl = /^data:(?<type>[^;,]*)[^,]*?(?<base64>;base64)?,(?<content>.*)$/isu;

/** Files that the variables of cases show: paths from the repository's root. */
export function filesOfParts(cases: readonly GoldenCase[]): readonly string[] {
  const paths = cases.flatMap(({ vars, at }) =>
    Object.values(vars).flatMap((value) => {
      const written = writtenPart(value);
      const path = written && isPath(written) ? resolvePath(at.file, written.from) : undefined;
      return path?.kind === 'path' ? [path.path] : [];
    }),
  );
  return [...new Set(paths)];
}

/**
 * The cases with what their variables show known by its content: a picture that changed makes another case. What cannot be shown
 * is told once.
 * @param files by path, as `filesOfParts` names them
 */
export function inlineParts(
  cases: readonly GoldenCase[],
  files: ReadonlyMap<string, FileBytes>,
  held: HeldBytes,
): { readonly cases: readonly GoldenCase[]; readonly problems: readonly Problem[] } {
  const problems = new Map<string, Problem>();
  const inline = (golden: GoldenCase): GoldenCase => {
    const entries = Object.entries(golden.vars).map(([name, value]): readonly [string, Json] => {
      const written = writtenPart(value);
      if (written === undefined) {
        if (isForged(value, held)) {
          const what = `\`${name}\` says itself what its bytes are, which only Promptgate does.`;
          const fix = 'Write the path, address or data URL alone, such as `{ image: receipt.png }`.';
          problems.set(what, { reason: 'files', what, at: golden.at, fix });
        }
        return [name, value];
      }
      const inlined = inlinePart(`\`${name}\``, written, golden.at.file, files, held);
      if ('value' in inlined) return [name, inlined.value];
      if (!problems.has(inlined.what)) problems.set(inlined.what, { reason: 'files', at: golden.at, ...inlined });
      return [name, value];
    });
    return { ...golden, vars: Object.fromEntries(entries) };
  };
  const shows = ({ vars }: { readonly vars: JsonObject }): boolean =>
    Object.values(vars).some((value) => writtenPart(value) !== undefined || partOf(value) !== undefined);
  return { cases: cases.map((golden) => (shows(golden) ? inline(golden) : golden)), problems: [...problems.values()] };
}

/** A part that claims to be read already, and is not what was read: its size would be believed, and its digest sent. */
function isForged(value: Json, held: HeldBytes): boolean {
  const part = partOf(value);
  if (part === undefined || part.source.kind !== 'data') return false;
  const { sha256, mediaType, bytes } = part.source;
  const base64 = sha256 === undefined ? undefined : held.find(sha256);
  const known = base64 === undefined ? undefined : held.keep({ base64 });
  return known?.kind !== 'kept' || known.mediaType !== mediaType || known.bytes !== bytes;
}

function isPath({ from }: WrittenPart): boolean {
  return !/^[a-z][a-z0-9+.-]*:/iu.test(from);
}

/** What a part shows, known by its content, or why it cannot. @param name who shows it, as `what` begins */
export function inlinePart(
  name: string,
  written: WrittenPart,
  file: string,
  files: ReadonlyMap<string, FileBytes>,
  held: HeldBytes,
): Inlined {
  const { kind, from } = written;
  if (isAddress(from)) return { value: { [kind]: from } };
  if (isPath(written)) {
    const resolved = resolvePath(file, from);
    if (resolved.kind === 'refused')
      return { what: `${name} cannot show \`${from}\`: ${resolved.why}.`, fix: relative };
    const read = files.get(resolved.path) ?? { kind: 'absent' };
    if (read.kind === 'absent') return { what: `${name} shows \`${from}\`, which is not there.`, fix: relative };
    if (read.kind === 'refused') return { what: `${name} cannot show \`${from}\`: ${read.why}.` };
    return known(name, kind, from, held.keep(read));
  }
  const { type = '', base64, content } = dataUrl.exec(from)?.groups ?? {};
  if (content === undefined)
    return {
      what: `${name} cannot show ${partWords[kind]} from \`${from.slice(0, 40)}\`.`,
      fix: 'Give a path, an https address or a data URL.',
    };
  if (base64 === undefined)
    return { what: `The data URL of ${name} is not in base64.`, fix: 'Write `data:image/png;base64,…`.' };
  return known(name, kind, `data:${type.toLowerCase()}`, held.keep({ base64: content }));
}

function known(name: string, kind: WrittenPart['kind'], from: string, kept: ReturnType<HeldBytes['keep']>): Inlined {
  if (kept.kind === 'refused') return { what: `${name} cannot show \`${from}\`: ${kept.why}.` };
  const { mediaType, bytes, sha256 } = kept;
  const is = partKinds.find((one) => mediaTypes[one].some((type) => type === mediaType));
  if (is === kind) return { value: { [kind]: from, mediaType, bytes, sha256 } };
  return {
    what: `${name} shows \`${from}\` as ${partWords[kind]}, and its content is ${mediaType}.`,
    fix: `\`${kind}\` takes ${mediaTypes[kind].join(', ')}${is === undefined ? '' : `; write \`${is}: ${from}\``}.`,
  };
}
