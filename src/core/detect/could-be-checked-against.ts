/** Whether a check of a golden case could take its argument from a file of this path: that is a JSON Schema, in JSON or YAML. */
export function couldBeCheckedAgainst(path: string): boolean {
  return /\.(?:json|ya?ml|txt)$/iu.test(path);
}
