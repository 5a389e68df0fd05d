/** Whether a path is where promptfoo looks for its config; those of installed packages are not the team's own. */
export function isConfigPath(path: string): boolean {
  return /(?:^|\/)promptfooconfig\.(?:ya?ml|json)$/u.test(path) && !/(?:^|\/)node_modules\//u.test(path);
}
