import { z } from 'zod';

/** Why a row has its verdict: data, which the reporters put into words. */
export const reasonSchema = z.looseObject({ kind: z.string() });
