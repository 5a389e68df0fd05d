import { t as isObject } from "./is-object.js";

// src/core/scoring/scorer-files.ts
const mostFiles = 500;
const mostBytes = 2e7;
function scorerFiles(command, tree, workspace) {
	const [program = ""] = command;
	const inside = command.find((word) => word === workspace || word.startsWith(`${workspace}/`));
	if (inside !== void 0) return refused(`${inside} lies in the checkout, which may be the pull request's: name it from the repository's root`);
	const path = plain(program);
	if (program.includes("/") && !program.startsWith("/") && !tree.has(path)) return refused(`${program} is not on the base branch`);
	const paths = new Set(command.flatMap((word, at) => filesFor(word, command[at - 1], tree)));
	if (paths.size > mostFiles) return refused(`it would take ${paths.size} files along, and ${mostFiles} are most: ${own}`);
	const bytes = [...paths].reduce((sum, one) => sum + (tree.get(one)?.bytes ?? 0), 0);
	if (bytes > mostBytes) return refused(`the files beside it take ${bytes} bytes, and ${mostBytes} are most: ${own}`);
	return {
		kind: "files",
		paths: [...paths].toSorted()
	};
}
const own = "put it into a folder of its own";
function filesFor(word, before, tree) {
	const named = plain(word.slice(word.startsWith("-") ? word.indexOf("=") + 1 : 0));
	if (tree.has(named)) return under(named.slice(0, Math.max(0, named.lastIndexOf("/"))), tree);
	if (before === "-m") {
		const [first = "", ...rest] = word.split(".");
		return rest.length === 0 && tree.has(`${first}.py`) ? under("", tree) : under(first, tree);
	}
	return named === "" ? [] : under(named, tree);
}
function under(folder, tree) {
	const files = [...tree.values()].filter(({ mode }) => mode === "file").map(({ path }) => path);
	if (folder === "") return files.filter((path) => !path.includes("/"));
	return files.filter((path) => path.startsWith(`${folder}/`));
}
function plain(word) {
	return word.replace(/^(?:\.\/)+/u, "").replace(/\/+$/u, "");
}
function refused(why) {
	return {
		kind: "refused",
		why
	};
}
function scorerNamed(argument) {
	const named = isObject(argument) ? argument["scorer"] : argument;
	return typeof named === "string" ? named : "";
}

export { scorerNamed as n, scorerFiles as t };