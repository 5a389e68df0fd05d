import { z } from 'zod';
import { postedAlertSchema } from '../../src/core/alerts/alert.ts';
import { alertStateSchema } from '../../src/core/alerts/alert-state.ts';
import { casesFileSchema } from '../../src/core/cases/cases-file-schema.ts';
import { driftLine } from '../../src/core/drift/drift-line.ts';
import { driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { coverageReportSchema } from '../../src/core/golden-set/coverage-report.ts';
import { goldenSetReportSchema } from '../../src/core/golden-set/golden-set-report.ts';
import { keptDay } from '../../src/core/monitor/kept-day.ts';
import { monitorReportSchema } from '../../src/core/monitor/monitor-report.ts';
import { portabilityReportSchema } from '../../src/core/portability/portability-report.ts';
import { gateReportSchema } from '../../src/core/report/gate-quality.ts';
import { savedReportSchema } from '../../src/core/report/parse-report.ts';
import { configSchema } from '../../src/core/settings/config-schema.ts';
import { checkListSchema } from './check-list-schema.ts';

/** The JSON Schemas by file name, each from the schema the code itself parses with. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = {
    promptgate: jsonSchema(configSchema, 'input', 'Config of Promptgate: promptgate.yml'),
    cases: jsonSchema(casesFileSchema, 'input', 'Golden cases of Promptgate: NAME.cases.yml'),
    'cases-check': jsonSchema(goldenSetReportSchema, 'output', 'Result of `promptgate cases check --json`'),
    'cases-coverage': jsonSchema(coverageReportSchema, 'output', 'Result of `promptgate cases coverage --json`'),
    gate: jsonSchema(gateReportSchema, 'output', 'Result of `promptgate gate --json`'),
    portability: jsonSchema(portabilityReportSchema, 'output', 'Result of `promptgate portability --json`'),
    monitor: jsonSchema(monitorReportSchema, 'output', 'Result of `promptgate monitor --json`'),
    drift: jsonSchema(driftReportSchema, 'output', 'Result of `promptgate drift --json`'),
    alert: jsonSchema(postedAlertSchema, 'output', 'An alert, as a webhook is posted it'),
    'alert-state': jsonSchema(alertStateSchema, 'output', 'Who was told of which alert, from run to run'),
    'monitor-history': jsonSchema(keptDay, 'output', 'A line of the history of `promptgate monitor`'),
    history: jsonSchema(driftLine, 'output', 'A line of the history of `promptgate drift`'),
    report: jsonSchema(savedReportSchema, 'output', 'Report of Promptgate: promptgate.json', 'ref'),
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `schema/${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}

/** Draft 7, which the YAML services of editors read. */
function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  title: string,
  reused: 'inline' | 'ref' = 'inline',
): unknown {
  const { $schema, definitions, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-7',
    unrepresentable: 'any',
    reused,
  });
  // The parser takes checks as they come and reads each by its kind: what kinds there are it learns later than this.
  const held = z.record(z.string(), z.unknown()).parse(definitions ?? {});
  const all = { ...held, ...('checks' in held ? { checks: checkListSchema() } : {}) };
  return { $schema, title, ...rest, ...(Object.keys(all).length === 0 ? {} : { definitions: all }) };
}
