import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as readRenderedLines } from "./read-rendered-lines.js";
import { r as writeRenderedLines, t as compareSnapshots } from "./write-rendered-lines.js";
import { n as readManifest, r as writeManifest, t as manifestName } from "./handed-over.js";
import { r as snapshotEnding } from "./rendered-line.js";
import { n as showHidden } from "./show-hidden.js";
import { n as folderInTree, t as findRepository } from "./find-repository2.js";
import { t as gitWord } from "./run-git.js";
import { t as openWorkingTree } from "./working-tree.js";
import { t as cleanEnvironment } from "./clean-environment.js";
import { i as runCommand } from "./run-command.js";
import { t as readFileText } from "./read-file-text2.js";
import { n as writeInFolder } from "./write-in-folder2.js";
import { t as exits } from "./exits.js";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";

// src/app/snapshot/judge-snapshot.ts
const mostNamed = 10;
function judgeSnapshot(path, rendered, there, renew) {
	const read = readRenderedLines(rendered, "what the command wrote");
	if (read.kind === "broken") throw new ProblemError(...read.problems);
	const text = writeRenderedLines(read.lines);
	const count = `${read.lines.size} ${read.lines.size === 1 ? "case" : "cases"}`;
	const stale = (...told) => {
		return {
			text,
			fresh: false,
			told: [...told, `Renew it: ${renew}`]
		};
	};
	if (there.kind !== "text") return stale(`${path} cannot be read: ${there.kind === "absent" ? "it is not there" : there.why}.`);
	const before = readRenderedLines(there.text, path);
	if (before.kind === "broken") return stale(`${path} cannot be read: ${before.problems[0].what}`);
	const words = wordDifference(compareSnapshots(before.lines, read.lines));
	if (words.length === 0) return {
		text,
		fresh: true,
		told: [`${path} is what your code renders: ${count}.`]
	};
	return stale(`${path} is not what your code renders.`, ...words);
}
function wordDifference({ changed, gone, come }) {
	const named = (what, ids) => {
		if (ids.length === 0) return [];
		const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : "";
		return [`  ${what}: ${ids.slice(0, mostNamed).join(", ")}${more}`];
	};
	return [
		...named("asked otherwise", changed),
		...named("not rendered any more", gone),
		...named("not in the file", come)
	];
}

// src/wire/wire-snapshot.ts
const limits = {
	timeoutMs: 6e5,
	answerBytes: 5242880
};
const fileVariable = "PROMPTGATE_SNAPSHOT";
async function wireSnapshot(folder, environment, signal) {
	const repository = await findRepository(folder);
	const { root } = repository;
	const within = (place) => ({
		read: (path) => readFileText(path, {
			folder: place,
			inside: true,
			most: limits.answerBytes
		}),
		write: async (path, text) => {
			await writeInFolder(place, path, piecesOf(text));
		}
	});
	return {
		...within(root),
		below: await folderInTree(folder),
		folder: within,
		paths: async () => {
			const tree = await openWorkingTree(repository);
			try {
				return [...(await tree.tree(tree.now)).keys()];
			} finally {
				await tree.close();
			}
		},
		commit: () => gitWord(root, ["rev-parse", "HEAD"]),
		run: environment["GITHUB_RUN_ID"],
		render: async (command, env) => {
			const named = Object.fromEntries(env.flatMap((name) => {
				const value = environment[name];
				return value === void 0 ? [] : [[name, value]];
			}));
			const own = await mkdtemp(join(tmpdir(), "promptgate-snapshot-"));
			const file = join(own, "lines.jsonl");
			try {
				const clean = {
					...cleanEnvironment(environment),
					...named,
					[fileVariable]: file
				};
				const said = await runCommand({
					command,
					input: "",
					cwd: folder,
					environment: clean,
					limits,
					signal
				});
				if (said.kind !== "text") {
					const what = `The command failed: ${said.kind === "failed" ? said.why : "it wrote no text"}.`;
					throw new ProblemError({
						reason: "files",
						what,
						fix: "It runs without the keys of this environment; name what else it needs with --env."
					});
				}
				return await readFile(file, "utf8").catch(() => void 0) ?? said.text;
			} finally {
				await rm(own, {
					recursive: true,
					force: true
				});
			}
		}
	};
}
async function* piecesOf(text) {
	yield text;
}

// src/commands/run-snapshot.ts
async function runSnapshot(command, { check, file, into, env = "" }, { terminal, signal, heedCancel }) {
	heedCancel();
	const [program, ...args] = command;
	if (program === void 0) throw fault("There is no command to run.", "Write it behind `--`, such as `-- python render.py`.");
	const names = namesIn(env);
	const folder = process.cwd();
	const place = await wireSnapshot(folder, process.env, signal);
	const path = await findPath(place, file, folder);
	const rendered = await place.render([program, ...args], names);
	const renew = `promptgate snapshot${file === void 0 ? "" : ` --file ${path}`} -- ${command.join(" ")}`;
	const { text, fresh, told } = judgeSnapshot(path, rendered, await place.read(path), renew);
	const tell = (lines) => terminal.print(`${lines.map((one) => showHidden(one)).join("\n")}\n`);
	if (into !== void 0) await handOver(place, resolve(folder, into), path, text);
	if (check === true) {
		tell(told);
		return fresh ? exits.open : exits.closed;
	}
	if (into !== void 0) tell([`Wrote ${path} into ${into}, for another job.`]);
	else if (fresh) tell(told);
	else {
		await place.write(path, text);
		tell([`Wrote ${path}.`, ...told.slice(1, -1)]);
	}
	return exits.open;
}
async function handOver(place, into, path, text) {
	await mkdir(into, { recursive: true });
	const other = place.folder(into);
	const commit = await place.commit();
	const before = await other.read(manifestName);
	const known = before.kind === "text" ? readManifest(before.text, manifestName) : void 0;
	if (known !== void 0 && ("what" in known || known.commit !== commit)) throw fault(`${join(into, manifestName)} is of another commit.`, "Name an empty folder with --into.");
	await other.write(path, text);
	const files = [...known?.files ?? [], path];
	await other.write(manifestName, writeManifest({
		commit,
		...place.run !== void 0 && { run: place.run },
		files
	}));
}
async function findPath(place, named, folder) {
	if (named !== void 0) {
		const written = (isAbsolute(named) ? relative(folder, named) : named).replaceAll("\\", "/");
		const path = join(place.below, written).replaceAll("\\", "/");
		if (path.startsWith("../") || !snapshotEnding.test(path)) throw fault(`${named} is no place for a snapshot.`, "Name a file in the repository that ends in `.rendered.jsonl`.");
		return path;
	}
	const paths = await place.paths();
	const apart = paths.filter((path) => path.endsWith(`/${manifestName}`)).map((path) => path.slice(0, -manifestName.length));
	const found = paths.filter((path) => snapshotEnding.test(path) && !apart.some((folder) => path.startsWith(folder)));
	const [only, ...others] = found;
	if (only !== void 0 && others.length === 0) return only;
	throw fault(only === void 0 ? "There is no snapshot yet." : `There are ${found.length} snapshots: ${found.slice(0, 5).join(", ")}.`, "Name the file with --file, such as `--file prompts/answer.rendered.jsonl`.");
}
function namesIn(env) {
	const names = env.split(",").map((name) => name.trim()).filter((name) => name !== "");
	const secret = names.find((name) => /key|token|secret|password|credential/iu.test(name));
	if (secret === void 0) return names;
	throw fault(`${secret} is not handed on: a snapshot is rendered without keys.`, "Leave it out of --env; rendering a request sends nothing.");
}
function fault(what, fix) {
	return new ProblemError({
		reason: "files",
		what,
		fix
	});
}

export { runSnapshot };