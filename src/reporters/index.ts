export { type Annotation, writeAnnotations } from './annotations.ts';
export {
  type AskingRun,
  type HowFar,
  writeAsking,
  writeComment,
  writeHeading,
  writeStopped,
} from './comment.ts';
export { writeHtml } from './html.ts';
export { writeJson } from './json.ts';
export { closedWords, showAcceptance, showEarlier } from './show-acceptance.ts';
export { writeSummary } from './summary.ts';
// `terminal.ts` and `golden-set.ts` are loaded by themselves: what columns are measured with takes long to load, and only a
// terminal needs it. `tables.ts` knows the names of its forms before any is loaded.
