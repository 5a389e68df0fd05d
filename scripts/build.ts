/** Bundles the product into dist/. Run: npm run build */
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';

const root = join(import.meta.dirname, '..');
await bundle(root, join(root, 'dist'));
