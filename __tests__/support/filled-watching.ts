import fc from 'fast-check';
import type { z } from 'zod';
import { type DriftReport, driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { type MonitorReport, monitorReportSchema } from '../../src/core/monitor/monitor-report.ts';
import { anyOfSchema } from './any-of-schema.ts';
import { anyTexts, harmlessTwins, places, replaceTexts } from './filled-report.ts';

export type Twice<Report> = { readonly hostile: Report; readonly harmless: Report };

/** What a drift run found, of any shape, filled with hostile texts, and the same with texts that do no harm. */
export const anyDrift: fc.Arbitrary<Twice<DriftReport>> = filled(driftReportSchema);

/** The same of what production's logs tell. */
export const anyMonitored: fc.Arbitrary<Twice<MonitorReport>> = filled(monitorReportSchema);

function filled<Schema extends z.ZodType>(schema: Schema): fc.Arbitrary<Twice<z.output<Schema>>> {
  const anyShape = anyOfSchema(schema, fc.constantFrom(...places));
  return fc.tuple(anyShape, anyTexts).map(([shape, texts]) => ({
    hostile: schema.parse(replaceTexts(shape, texts)),
    harmless: schema.parse(replaceTexts(shape, harmlessTwins(texts))),
  }));
}
