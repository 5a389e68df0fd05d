/** Completes package-lock.json after an install from a registry that serves this system's packages only. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLock } from './lock/complete-lock.ts';

const file = join(import.meta.dirname, '..', 'package-lock.json');
writeFileSync(file, completeLock(readFileSync(file, 'utf8')));
