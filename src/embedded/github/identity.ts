/** Of `owner/name`. */
export function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'));
}

/** A number that stays the same for the same name, as ids do. */
export function numberOf(name: string): number {
  let number = 7;
  for (const letter of name) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 100_000_007;
  return number + 1;
}

/** Opaque, as GitHub's are. */
export function nodeId(kind: string, of: string | number): string {
  return `${kind}_${Buffer.from(String(of)).toString('base64url')}`;
}
