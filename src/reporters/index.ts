export { type Annotation, writeAnnotations } from './annotations.ts';
export { writeComment } from './comment.ts';
export { writeGoldenSet } from './golden-set.ts';
export { writeHtml } from './html.ts';
export { writeJson } from './json.ts';
export { closedWords, showAcceptance } from './show-acceptance.ts';
export { writeSummary } from './summary.ts';
export { writeTerminal } from './terminal.ts';
