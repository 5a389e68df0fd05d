/** A file of the application's code, which may say how it sends a prompt. */
export type CodeFile = { readonly path: string; readonly text: string };

const code = /\.(?:py|ts|tsx|js|jsx|mjs|cjs|go|rb|java|kt|cs|rs|php)$/iu;
const others =
  /(?:^|\/)(?:node_modules|vendor|dist|build|third_party|\.git|\.venv|venv|site-packages|tests?|__tests__|spec|docs?|examples?)\/|(?:^|\/)(?:test_[^/]*|[^/]*(?:_test|\.test|\.spec|\.min)\.[a-z]+)$/iu;
const longest = 200_000;

/** Whether a file may hold the code that sends a prompt, by its path and its size. */
export function isCode(path: string, bytes: number): boolean {
  return code.test(path) && !others.test(path) && bytes > 0 && bytes <= longest;
}
