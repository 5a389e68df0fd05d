/** Endings of files that a check's argument may name, such as a JSON Schema. */
const referable = /\.(?:json|ya?ml|jsonl|csv|txt|md)$/iu;

/** Files every repository changes all the time, which no golden case refers to. */
const unrelated =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog)\.(?:json|ya?ml|md)$|(?:^|\/)(?:\.github|\.vscode|\.changeset|node_modules)\//iu;

/** Whether a golden case could take content from a file of this path. */
export function couldBeReferredTo(path: string): boolean {
  return referable.test(path) && !unrelated.test(path);
}
