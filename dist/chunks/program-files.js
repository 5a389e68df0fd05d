import { t as hash } from "./hash.js";
import { t as isObject } from "./is-object.js";

// src/core/scoring/program-files.ts
const mostFiles = 500;
const mostBytes = 2e7;
function programFiles(command, tree, workspace) {
	const [program = ""] = command;
	const inside = workspace !== void 0 && command.find((word) => word === workspace || word.startsWith(`${workspace}/`));
	if (typeof inside === "string") return refused(`${inside} lies in the checkout, which may be the pull request's: name it from the repository's root`);
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
const code = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|scala|cs|fs|php|pl|ex|exs|clj|lua|r|jl|sh|swift)$/iu;
function programVersion(command, tree, { workspace, beside }) {
	const found = programFiles(command, tree, workspace);
	if (found.kind === "refused") return void 0;
	const more = beside ? [...tree.keys()].filter((path) => code.test(path)) : [];
	const paths = [.../* @__PURE__ */ new Set([...found.paths, ...more])].toSorted();
	return paths.length === 0 ? void 0 : hash([command, paths.map((path) => [path, tree.get(path)?.id ?? ""])]);
}
async function versionOfPrograms({ scorers, applications }, readTree) {
	const commands = [...scorers.values(), ...applications.values()].flatMap((one) => one.kind === "command" ? [one.command] : []);
	if (commands.length === 0) return void 0;
	const tree = await readTree();
	return hash(commands.map((command) => programVersion(command, tree, { beside: false }) ?? command));
}

export { versionOfPrograms as i, programVersion as n, scorerNamed as r, programFiles as t };