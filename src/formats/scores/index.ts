export { readScoreFile, scoreFormats } from './read-score-file.ts';
