import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import type { FindTemplate } from './jinja/render.ts';

/** Kinds of parts that services know beside texts, by what they show. */
const parts = {
  'a picture': /^(?:image|image_url|input_image)$/u,
  sound: /^(?:audio|audio_url|input_audio)$/u,
  'a video': /^(?:video|video_url|input_video)$/u,
  'a file': /^(?:file|input_file|document)$/u,
} as const;
/** What else than text a message or a variable may show. */
export type Shown = keyof typeof parts;

const shown = ['a picture', 'sound', 'a video', 'a file'] as const satisfies readonly Shown[];

const endings = [
  ['a picture', /\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|heic|avif)$/iu],
  ['sound', /\.(?:mp3|wav|ogg|flac|m4a|aac|opus)$/iu],
  ['a video', /\.(?:mp4|mov|webm|avi|mkv)$/iu],
  ['a file', /\.(?:pdf|docx?|pptx?|xlsx?)$/iu],
] as const satisfies readonly (readonly [Shown, RegExp])[];

const typed = z.object({ type: z.string() });

/** What a message's content shows beside its texts: none of it is sent. */
export function findShown(content: Json | undefined): Shown | undefined {
  if (!Array.isArray(content)) return undefined;
  const types: readonly string[] = content.flatMap((part: Json) => typed.safeParse(part).data?.type ?? []);
  return shown.find((one) => types.some((type) => parts[one].test(type)));
}

/** What a file shows, by its ending. */
export function shownByFile(path: string): Shown | undefined {
  return endings.find(([, ending]) => ending.test(path))?.[0];
}

/** Finds the templates that a prompt's own take in. */
export function findIncluded({ included = {} }: Pick<Prompt, 'included'>): FindTemplate {
  return (name) => (Object.hasOwn(included, name) ? included[name]?.text : undefined);
}
