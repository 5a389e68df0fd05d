import type { JsonObject } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import { addressOf, cannotShow } from '../service/parts.ts';

/** Messages as the chat-completions API takes them. @throws ProviderError where it has no form for a part */
export function writeMessages(messages: readonly Message[]): readonly JsonObject[] {
  return messages.map(({ role, content, parts, toolCalls = [], toolCallId }) => {
    const shown = parts === undefined ? content : parts.map(writePart);
    if (toolCalls.length === 0) {
      return { role, content: shown, ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }) };
    }
    const calls = toolCalls.map(({ id, name, arguments: written }, index) => {
      return { id: id ?? `call_${index}`, type: 'function', function: { name, arguments: written } };
    });
    return { role, content: shown === '' ? null : shown, tool_calls: calls };
  });
}

function writePart(part: Part): JsonObject {
  if (part.kind === 'text') return { type: 'text', text: part.text };
  const { source, name } = part;
  if (part.kind === 'image') return { type: 'image_url', image_url: { url: addressOf(source) } };
  if (source.kind === 'url') throw cannotShow(part, 'reads no address of it', 'Give the file itself.');
  if (part.kind === 'file') return { type: 'file', file: { filename: name ?? 'file', file_data: addressOf(source) } };
  const format = audioFormats.get(source.mediaType);
  if (format === undefined)
    throw cannotShow(part, `does not take ${source.mediaType}`, 'Give the sound as WAV or MP3.');
  return { type: 'input_audio', input_audio: { data: source.base64, format } };
}

const audioFormats: ReadonlyMap<string, string> = new Map([
  ...['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'].map((type) => [type, 'wav'] as const),
  ...['audio/mpeg', 'audio/mp3'].map((type) => [type, 'mp3'] as const),
]);
