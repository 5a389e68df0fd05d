import { canonicalJson, type JsonObject } from '../json.ts';
import type { Part, PromptMessage } from '../prompt.ts';
import type { RenderedLine, RenderedLines } from './rendered-line.ts';

/** A snapshot as it is committed: a line a case in the order of `lines`, each with its keys in one order, so that a diff shows what changed. */
export function writeRenderedLines(lines: RenderedLines): string {
  return [...lines].map(([id, line]) => `${JSON.stringify(asWritten(id, line))}\n`).join('');
}

function asWritten(id: string, { messages, model, params }: RenderedLine): JsonObject {
  const { tools, response_format: format, ...parameters } = params;
  const sorted = Object.entries(parameters).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    id,
    ...(model !== undefined && { model }),
    ...(sorted.length > 0 && { parameters: Object.fromEntries(sorted) }),
    ...(tools !== undefined && { tools }),
    ...(format !== undefined && { response_format: format }),
    messages: messages.map(writeMessage),
  };
}

function writeMessage({ role, content, parts, toolCalls, toolCallId }: PromptMessage): JsonObject {
  return {
    role,
    content: parts === undefined ? content : parts.map(writePart),
    ...(toolCalls !== undefined && {
      tool_calls: toolCalls.map(({ id, name, arguments: written }) => {
        return { ...(id !== undefined && { id }), type: 'function', function: { name, arguments: written } };
      }),
    }),
    ...(toolCallId !== undefined && { tool_call_id: toolCallId }),
  };
}

/** A part in the form that `readParts` reads back as the same. */
function writePart(part: Part): JsonObject {
  if (part.kind === 'text') return { type: 'text', text: part.text };
  const { source, name } = part;
  const url = source.kind === 'url' ? source.url : `data:${source.mediaType};base64,${source.base64}`;
  if (part.kind === 'image') return { type: 'image_url', image_url: { url } };
  const { type, data } = /^data:(?<type>audio\/[^;]+);base64,(?<data>.*)$/su.exec(url)?.groups ?? {};
  if (part.kind === 'audio' && data !== undefined)
    return { type: 'input_audio', input_audio: { data, format: type === 'audio/mpeg' ? 'mp3' : 'wav' } };
  return { type: 'file', file: { file_data: url, ...(name !== undefined && { filename: name }) } };
}

/** A snapshot for people, to be shown as a diff: what a line of JSON hides on one line stands on lines of its own. */
export function showRenderedLines(lines: RenderedLines): string {
  return [...lines].map(([id, line]) => showLine(id, line)).join('\n');
}

function showLine(id: string, { messages, model, params }: RenderedLine): string {
  const set = Object.entries(params).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    `# ${id}`,
    ...(model === undefined ? [] : [`model: ${model}`]),
    ...set.map(([name, value]) => `${name}: ${canonicalJson(value)}`),
    ...messages.flatMap(({ role, content, toolCalls = [] }) => [
      `${role}:`,
      ...content.split('\n').map((text) => `  ${text}`),
      ...toolCalls.map((call) => `  → ${call.name} ${call.arguments}`),
    ]),
    '',
  ].join('\n');
}

/** What differs between the requests of two snapshots, by the ids of their cases. */
export type SnapshotDifference = {
  readonly changed: readonly string[];
  /** Only in the first. */
  readonly gone: readonly string[];
  /** Only in the second. */
  readonly come: readonly string[];
};

/** Compares by what is sent: in what order lines and keys stand is the same. */
export function compareSnapshots(before: RenderedLines, after: RenderedLines): SnapshotDifference {
  const shown = (id: string, line: RenderedLine): string => canonicalJson(asWritten(id, line));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const come = [...after.keys()].filter((id) => !before.has(id));
  const changed = [...after].flatMap(([id, line]) => {
    const other = before.get(id);
    return other !== undefined && shown(id, other) !== shown(id, line) ? [id] : [];
  });
  return { changed, gone, come };
}
