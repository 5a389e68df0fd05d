/** Beginnings of keys that services give out. */
const beginnings =
  /^(?:(?:sk|pk|rk|gsk|xai|hf|gh[oprsu]|github_pat|glpat|xox[abposr]|r8|nvapi|pplx)[-_]|(?:AIza|AKIA|ya29|eyJ))[-_A-Za-z0-9.]/u;

/**
 * Whether a text that should be the *name* of an environment variable is more likely a key itself, so that it must
 * not be printed: a known beginning, a web address, or a long mixture of capitals, small letters and digits.
 */
export function looksLikeKey(text: string): boolean {
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u.test(text) && text.includes('_')) return false;
  if (beginnings.test(text) || /:\/\//u.test(text)) return true;
  return text.length >= 20 && /\d/u.test(text) && /[A-Z]/u.test(text) && /[a-z]/u.test(text);
}
