import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import of a source file: static, dynamic or `export … from`. */
export type SourceImport = {
  /** Path of the importing file from the repository's root, with forward slashes. */
  readonly file: string;
  /** As written. */
  readonly specifier: string;
  /** Path of the imported file from the repository's root; absent for npm packages and Node's modules. */
  readonly target?: string;
  readonly kind: 'value' | 'type' | 'dynamic';
};

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly SourceImport[] };

const statics = /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)'/gmu;
const dynamics = /\bimport\(\s*'([^']+)'\s*\)/gu;

/** Reads all TypeScript files under `folder` with their imports, by text alone: no compiler that could skip a file. */
export function readImports(root: string, folder: string): readonly SourceFile[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

function importsOf(file: string, text: string): readonly SourceImport[] {
  const found = [
    ...[...text.matchAll(statics)].map(([whole, specifier = '']) => ({ specifier, kind: kindOf(whole) })),
    ...[...text.matchAll(dynamics)].map(([, specifier = '']) => ({ specifier, kind: 'dynamic' as const })),
  ];
  return found.map(({ specifier, kind }) => {
    if (!specifier.startsWith('.')) return { file, specifier, kind };
    return { file, specifier, kind, target: posix.normalize(posix.join(dirname(file), specifier)) };
  });
}

function kindOf(statement: string): 'value' | 'type' {
  return /^(?:import|export)\s+type\b/u.test(statement) ? 'type' : 'value';
}
