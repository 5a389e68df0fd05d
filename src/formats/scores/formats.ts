// Every format of score files, a line each.

export { promptfooResults } from './promptfoo.ts';
export { inspectLog } from './read-inspect-log.ts';
export { savedReport } from './read-saved-report.ts';
export { scoresByCase } from './read-scores.ts';
export { scoreTable } from './score-table.ts';
