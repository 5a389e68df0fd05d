import { a as matchPrompts, n as findExcluding } from "./prompt-globs.js";
import { n as matchGlobs } from "./match-globs.js";

// src/core/golden-set/select-files.ts
function selectFiles(written, folder) {
	return written.map((argument) => {
		const path = normalise(`${folder}${argument}`);
		if (path === void 0) return {
			written: argument,
			selects: () => false
		};
		const isLike = path === "" ? () => true : matchGlobs([path]);
		const within = `${path}/`;
		return {
			written: argument,
			selects: (one) => one === path || one.startsWith(within) || isLike(one)
		};
	});
}
function normalise(path) {
	const parts = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return void 0;
	}
	return parts.join("/");
}
function explainIdle({ written, selects }, { paths, globs }) {
	const found = paths.filter(selects);
	const [first] = found;
	if (first === void 0) return {
		reason: "files",
		what: `\`${written}\` names no prompt and no file of golden cases.`,
		fix: "Name a file, a folder or a glob in quotes; which files are prompts, `prompts` in the config says."
	};
	const one = found.length === 1 ? `\`${first}\` is` : `The ${found.length} files of \`${written}\` are`;
	const excluding = new Set(found.map((path) => findExcluding(globs, path)));
	const [glob] = excluding;
	if (excluding.size === 1 && glob !== void 0) return {
		reason: "files",
		what: `${one} left out by \`${glob}\` of \`prompts\`.`,
		fix: "Write globs under `prompts` in the config that name what you mean and do not exclude it."
	};
	if (!found.some(matchPrompts(globs))) return {
		reason: "files",
		what: `No glob of \`prompts\` names ${found.length === 1 ? `\`${first}\`` : `a file of \`${written}\``}.`,
		fix: `Add \`${first}\` to \`prompts\` in the config.`
	};
	return {
		reason: "files",
		what: `${one} named by \`prompts\`, and no prompt by ${found.length === 1 ? "its" : "their"} content.`,
		fix: "docs/formats.md says by what each format is recognised."
	};
}

export { selectFiles as n, explainIdle as t };