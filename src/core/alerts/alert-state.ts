import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { alertTargets } from '../settings/alert-schema.ts';
import { alertSchema } from './alert.ts';

/** Something that was wrong, from run to run. */
const entrySchema = z.object({
  key: z.string(),
  /** Runs in a row that found it wrong; counted as far as the rule asks. */
  runs: z.int().min(0),
  /** Who was told, and is to be told once that it is over. */
  told: z.array(z.enum(alertTargets)),
  /** When it was to be told first, this time: kept before anything is sent. ISO 8601, UTC. */
  since: z.string().exactOptional(),
  /** When it was told last that it is wrong, milliseconds since 1970; stays when it is over, for the cool-down. */
  toldMs: z.number().exactOptional(),
  /** When a run looked at it last, likewise. */
  seenMs: z.number(),
  about: alertSchema.shape.about,
});

/** What alerts keep between runs: schema/alert-state.schema.json. */
export const alertStateSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) });

export type AlertState = Immutable<z.infer<typeof alertStateSchema>>;
export type AlertEntry = AlertState['entries'][number];

export const noAlerts: AlertState = { version: 1, entries: [] };

/** @returns why a text is no state of alerts, as a clause */
export function readAlertState(text: string): AlertState | string {
  if (text.trim() === '') return noAlerts;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is no JSON';
  }
  const read = alertStateSchema.safeParse(value);
  if (read.success) return read.data;
  const isLater = typeof value === 'object' && value !== null && 'version' in value && Number(value.version) > 1;
  return isLater ? 'was written by a later version' : `is no state of alerts: ${read.error.issues[0]?.message ?? ''}`;
}

/** @returns why a text is no state of alerts, as a clause; undefined where it is one */
export function whyNoAlertState(text: string): string | undefined {
  const read = readAlertState(text);
  return typeof read === 'string' ? read : undefined;
}

export function writeAlertState(state: AlertState): string {
  return `${JSON.stringify(state)}\n`;
}
