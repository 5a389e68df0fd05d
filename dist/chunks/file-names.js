// src/core/detect/file-names.ts
const mostNames = 500;
const longestName = 200;
const between = /[\s"'`,;:()[\]{}<>|*?/\\=#&@!%+$^~]+/u;
const escapes = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/giu;
const fileNames = {
	name: "file-names/1",
	extract: (text) => {
		const names = /* @__PURE__ */ new Set([...namesIn(text), ...text.includes("\\") ? namesIn(unescaped(text)) : []]);
		if (names.size > mostNames || [...names].some((name) => name.length > longestName)) return void 0;
		return {
			kind: "text",
			names: [...names].toSorted()
		};
	}
};
function couldMention(names, path) {
	const last = namedAs(path);
	return last === void 0 || names.includes(last);
}
function namedAs(path) {
	const last = path.split(between).at(-1) ?? "";
	return isName(last) ? last : void 0;
}
function namesIn(text) {
	return text.split(between).filter(isName);
}
function isName(part) {
	return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}$/iu.test(part);
}
function unescaped(text) {
	return text.replaceAll(escapes, (_, four, two, eight, one) => {
		const code = Number.parseInt(four ?? two ?? eight ?? "", 16);
		if (code <= 1114111) return String.fromCodePoint(code);
		return one !== void 0 && "ntr".includes(one) ? " " : one ?? " ";
	});
}
const judging = /eval|assert|check|scor|grad|judg|prompt|golden|cases?(?:[/_.-]|$)|tests?(?:[/_.-]|$)|valid|rubric|metric/iu;
function couldBeCheckScript(path) {
	return /\.[cm]?js$/iu.test(path) && judging.test(path) && !/(?:^|\/)(?:node_modules|dist|build|vendor)\//iu.test(path);
}
function couldBeCheckedAgainst(path) {
	return /\.(?:jsonc?|ya?ml|txt)$/iu.test(path) || couldBeCheckScript(path);
}
function couldBeShown(path) {
	return /\.(?:png|jpe?g|gif|webp|wav|mp3|pdf)$/iu.test(path);
}
const referable = /\.(?:jsonc?|ya?ml|jsonl|csv|tsv|txt|mdx?|markdown|html?|xml|toml|prompt|prompty|hbs|handlebars|mustache|liquid|njk)$/iu;
const unrelated = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog|cargo|pyproject)\.(?:jsonc?|ya?ml|md|toml)$|(?:^|\/)(?:\.github\/(?!(?:prompts|instructions|agents|chatmodes|skills)\/)|(?:\.vscode|\.changeset|node_modules)\/)/iu;
function couldBeReferredTo(path) {
	return referable.test(path) && !unrelated.test(path);
}

export { couldMention as a, couldBeShown as i, couldBeCheckedAgainst as n, fileNames as o, couldBeReferredTo as r, namedAs as s, couldBeCheckScript as t };