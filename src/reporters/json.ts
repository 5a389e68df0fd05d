import { type Report, reportSchema } from '../core/report/report.ts';

/**
 * `promptgate.json`: indented, keys in the schema's order however the report was put together, so that two runs can be diffed.
 * A report that the schema refuses is a fault of ours; it is written as it is rather than lost after it was paid for.
 */
export function writeJson(report: Report): string {
  const parsed = reportSchema.safeParse(report);
  return `${JSON.stringify(parsed.success ? parsed.data : report, null, 2)}\n`;
}
