export { type Annotation, writeAnnotations } from './annotations.ts';
export { writeComment } from './comment.ts';
export { writeHtml } from './html.ts';
export { writeJson } from './json.ts';
export { closedWords, showAcceptance } from './show-acceptance.ts';
export { writeSummary } from './summary.ts';
// `terminal.ts` is loaded by itself: what it measures columns with takes long to load, and only a terminal needs it.
