export { type Annotation, writeAnnotations } from './annotations.ts';
export { type AskingRun, type HowFar, writeAsking, writeStopped } from './asking-comment.ts';
export { writeComment, writeHeading } from './comment.ts';
export { writeHtml } from './html.ts';
export { writeJson } from './json.ts';
export { closedWords, showAcceptance, showEarlier } from './show-acceptance.ts';
export { writeSummary } from './summary.ts';
// `terminal.ts` and `golden-set.ts` are loaded by themselves: what columns are measured with takes long to load, and only a
// terminal needs it.

/** Forms that only who asks for them pays for: XML takes a library to write. */
export async function loadTables(): Promise<typeof import('./tables.ts')> {
  return import('./tables.ts');
}
