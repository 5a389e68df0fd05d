export { readScoreFile } from './read-score-file.ts';
