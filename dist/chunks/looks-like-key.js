// src/core/issues/looks-like-key.ts
const beginnings = /^(?:(?:sk|pk|rk|gsk|xai|hf|gh[oprsu]|github_pat|glpat|xox[abposr]|r8|nvapi|pplx)[-_]|(?:AIza|AKIA|ya29|eyJ))[-_A-Za-z0-9.]/u;
function looksLikeKey(text) {
	if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u.test(text) && text.includes("_")) return false;
	if (beginnings.test(text) || /:\/\//u.test(text)) return true;
	return text.length >= 20 && /\d/u.test(text) && /[A-Z]/u.test(text) && /[a-z]/u.test(text);
}

export { looksLikeKey as t };