// Every form of golden cases beside promptfoo's configs and the test data of prompt files, a line each.
export { csvCases } from './csv/read-csv.ts';
export { openAiEvals } from './openai-evals.ts';
export { jsonCases, jsonLinesCases } from './read-json.ts';
export { yamlCases } from './read-yaml-cases.ts';
