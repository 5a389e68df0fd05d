import { z } from 'zod';

/** Why nothing was asked about a changed prompt. */
const unreviewedReasons = [
  'no-cases',
  'instructions',
  'no-checks',
  'not-run',
  'unrendered',
  'no-line',
  'not-rendered',
  'no-snapshot',
  'not-sent',
  'format',
  'no-glob',
  'template',
  'removed',
  'unrecognised',
  'no-keys',
  'fork',
  'budget',
] as const;

/** A prompt that changed and that nothing judged, and why. */
export const unreviewedSchema = z.object({
  path: z.string(),
  why: z.enum(unreviewedReasons),
  detail: z.string().exactOptional(),
  fix: z.string().exactOptional(),
  /** What changed, where nothing else of the report shows it: of instructions without golden cases. */
  diff: z.string().exactOptional(),
});
