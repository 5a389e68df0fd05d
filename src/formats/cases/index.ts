export { configTexts, isConfigPath, mayBeConfigPath } from './promptfoo/is-config-path.ts';
export { nameCases } from './promptfoo/name-cases.ts';
export { type Config, type NamedPrompt, readConfig } from './promptfoo/read-config.ts';
export { agreeIn } from './promptfoo/read-parameters.ts';
export { readSuite } from './promptfoo/read-suite.ts';
export type { SuiteCase } from './promptfoo/read-test.ts';
export { renderTemplate } from './promptfoo/render-template.ts';
export { selectCases } from './promptfoo/select-cases.ts';
export type { Sources, SuiteReading } from './promptfoo/suite-reading.ts';
