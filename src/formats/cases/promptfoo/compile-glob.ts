import { RE2JS } from 're2js';

/**
 * Compiles a stranger's glob into a test of paths that takes time linear in the path, whatever the glob: `*`, `?`,
 * `**`, `[a-z]` and `{a,b}`. @returns `undefined` where brackets or braces do not match.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  let open = 0;
  const source = glob.replaceAll(/\*\*\/|\*+|\?|\[[^\]/\\]+\]|[\s\S]/gu, (part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (part.startsWith('**')) return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('[')) return part.replace(/^\[!/u, '[^');
    if (part === '{') {
      open += 1;
      return '(?:';
    }
    if (part === ',' && open > 0) return '|';
    if (part === '}' && open > 0) {
      open -= 1;
      return ')';
    }
    return part.replace(/[.*+?^${}()|[\]\\]/u, '\\$&');
  });
  try {
    const program = RE2JS.compile(source, RE2JS.DOTALL);
    return (path) => program.testExact(path);
  } catch {
    return undefined;
  }
}
