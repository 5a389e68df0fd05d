import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Part } from '../prompt.ts';
import type { ShownPart } from './part-value.ts';

const url = z.string().min(1);
const shows = (kind: ShownPart['kind'], address: string, name?: string): Part => ({
  kind,
  source: { kind: 'url', url: address },
  ...(name !== undefined && { name }),
});
/** An address that holds the content itself; both its media type and the content may be templates. */
const dataUrl = (mediaType: string, base64: string): string => `data:${mediaType};base64,${base64}`;
const kindOf = (mediaType: string): ShownPart['kind'] =>
  mediaType.startsWith('image/') ? 'image' : mediaType.startsWith('audio/') ? 'audio' : 'file';

/** The parts of a message's content as the services write them: OpenAI's two APIs, Anthropic's, the AI SDK. */
const part = z.union([
  z
    .object({ type: z.enum(['text', 'input_text']), text: z.string() })
    .transform(({ text }): Part => ({ kind: 'text', text })),
  z
    .object({ type: z.enum(['image_url', 'input_image']), image_url: z.union([url, z.object({ url })]) })
    .transform(({ image_url: image }) => shows('image', typeof image === 'string' ? image : image.url)),
  z
    .object({ type: z.literal('input_audio'), input_audio: z.object({ data: url, format: z.enum(['wav', 'mp3']) }) })
    .transform(({ input_audio: { data, format } }) =>
      shows('audio', dataUrl(format === 'mp3' ? 'audio/mpeg' : 'audio/wav', data)),
    ),
  z
    .object({ type: z.literal('file'), file: z.object({ file_data: url, filename: z.string().optional() }) })
    .transform(({ file }) => shows('file', file.file_data, file.filename)),
  z
    .object({ type: z.literal('input_file'), file_data: url, filename: z.string().optional() })
    .transform(({ file_data: data, filename }) => shows('file', data, filename)),
  z
    .object({ type: z.literal('input_file'), file_url: url })
    .transform(({ file_url: address }) => shows('file', address)),
  z
    .object({
      type: z.enum(['image', 'document']),
      source: z.union([
        z.object({ type: z.literal('base64'), media_type: z.string(), data: url }),
        z.object({ type: z.literal('url'), url }),
      ]),
    })
    .transform(({ type, source }) => {
      const address = source.type === 'url' ? source.url : dataUrl(source.media_type, source.data);
      return shows(type === 'image' ? 'image' : 'file', address);
    }),
  z
    .object({ type: z.literal('image'), image: url, mediaType: z.string().optional() })
    .transform(({ image, mediaType }) => {
      return shows('image', mediaType === undefined || isWhole(image) ? image : dataUrl(mediaType, image));
    }),
  z
    .object({ type: z.literal('file'), data: url, mediaType: z.string(), filename: z.string().optional() })
    .transform(({ data, mediaType, filename }) =>
      shows(kindOf(mediaType), isWhole(data) ? data : dataUrl(mediaType, data), filename),
    ),
]);
const content = z.array(part).min(1);

/** An address, a variable or a path rather than bare base64. */
function isWhole(written: string): boolean {
  return /^(?:https?:|data:|\.{0,2}\/|\{)/iu.test(written);
}

/**
 * The parts of a message's content, their texts and addresses still templates. Nothing where it is none of parts, or holds one
 * that is not read: a video, the id of a file that the service keeps.
 */
export function readParts(written: Json | undefined): readonly Part[] | undefined {
  const read = content.safeParse(written).data;
  return read?.some(({ kind }) => kind !== 'text') === true ? read : undefined;
}
