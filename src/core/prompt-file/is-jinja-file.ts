/** Whether a file is a Jinja template by its ending. */
export function isJinjaFile(path: string): boolean {
  return /\.(?:j2|jinja2?)$/iu.test(path);
}
