const installed = /(?:^|\/)node_modules\//u;
const usual = /(?:^|\/)promptfooconfig(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/u;
/** Names and folders that teams give to configs of promptfoo; golden cases of our own aside. */
const possible =
  /(?:^|\/)promptfoo[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)(?:promptfoo|evals?|evaluations?)\/(?:.*\/)?[^/]+\.ya?ml$/iu;

/** Whether a path is where promptfoo looks for its config; those of installed packages are not the team's own. */
export function isConfigPath(path: string): boolean {
  return usual.test(path) && !installed.test(path);
}

/** Whether a file of this path may be a config of promptfoo; its content says. */
export function mayBeConfigPath(path: string): boolean {
  return !installed.test(path) && (usual.test(path) || (possible.test(path) && !/[^/]\.cases\.[^/]+$/u.test(path)));
}
