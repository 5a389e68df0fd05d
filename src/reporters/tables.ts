export { writeCsv } from './csv.ts';
export { writeJunit } from './junit.ts';
