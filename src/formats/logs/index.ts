export { LogFileReader, logFormats } from './log-file-reader.ts';
