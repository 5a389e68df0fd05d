import { a as writeHistory, n as readHistory, t as monthOf } from "./read-history.js";
import { E as string, k as unknown, x as object } from "./zod.js";
import { h as treeAnswer, i as blobAnswer, m as refAnswer, n as orProblem } from "./reading-problem.js";
import { t as ProblemError } from "./problem.js";
import { join } from "node:path";
import { open, readFile } from "node:fs/promises";

// src/hosts/github/history-branch.ts
const historyBranch = "promptgate-history";
const reference = `heads/${historyBranch}`;
const about = `# What Promptgate's scheduled runs saw

One line of JSON a run, prompt and model, in a file a month. Runs add lines, and change none.
The lines are described in \`schema/history.schema.json\` of Promptgate. Delete the branch to begin anew.
`;
const mostAttempts = 10;
const created = object({ sha: string() });
function openHistoryBranch(connection, wait) {
	const reading = {
		what: `The branch \`${historyBranch}\``,
		permission: "contents: read"
	};
	const writing = {
		what: `The branch \`${historyBranch}\``,
		permission: "contents: write",
		writes: true
	};
	const tip = async () => {
		const answered = await connection.ask(refAnswer, async (octokit, where) => (await octokit.rest.git.getRef({
			...where,
			ref: reference
		})).data);
		if (answered.kind === "refused" && answered.refusal.kind === "missing") return void 0;
		return orProblem(connection, reading, answered).object.sha;
	};
	const list = async (commit) => {
		const listed = await connection.ask(treeAnswer, async (octokit, where) => (await octokit.rest.git.getTree({
			...where,
			tree_sha: commit
		})).data);
		const { tree } = orProblem(connection, reading, listed);
		return new Map(tree.flatMap(({ path, type, sha }) => type === "blob" ? [[path, sha]] : []));
	};
	const text = async (blob) => {
		const answered = await connection.ask(blobAnswer, async (octokit, where) => (await octokit.rest.git.getBlob({
			...where,
			file_sha: blob
		})).data);
		return Buffer.from(orProblem(connection, reading, answered).content, "base64").toString("utf8");
	};
	const blobOf = async (content) => {
		const encoded = Buffer.from(content, "utf8").toString("base64");
		const answered = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createBlob({
			...where,
			content: encoded,
			encoding: "base64"
		})).data);
		return orProblem(connection, writing, answered).sha;
	};
	const add = async (added, message) => {
		const parent = await tip();
		const files = parent === void 0 ? /* @__PURE__ */ new Map() : await list(parent);
		const grown = /* @__PURE__ */ new Map();
		for (const [name, lines] of added) {
			const blob = files.get(name);
			const before = blob === void 0 ? "" : await text(blob);
			grown.set(name, `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${lines}`);
		}
		if (parent === void 0) grown.set("README.md", about);
		const written = await Promise.all([...grown].map(async ([path, content]) => [path, await blobOf(content)]));
		const others = [...files].filter(([path]) => !grown.has(path));
		const tree = await connection.ask(created, async (octokit, where) => {
			const entries = [...others, ...written].map(([path, sha]) => ({
				path,
				mode: "100644",
				type: "blob",
				sha
			}));
			return (await octokit.rest.git.createTree({
				...where,
				tree: entries
			})).data;
		});
		const root = orProblem(connection, writing, tree).sha;
		const commit = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createCommit({
			...where,
			message,
			tree: root,
			parents: parent === void 0 ? [] : [parent]
		})).data);
		const { sha } = orProblem(connection, writing, commit);
		const moved = await connection.ask(unknown(), (octokit, where) => parent === void 0 ? octokit.rest.git.createRef({
			...where,
			ref: `refs/${reference}`,
			sha
		}) : octokit.rest.git.updateRef({
			...where,
			ref: reference,
			sha,
			force: false
		}));
		if (moved.kind === "refused" && isTaken(moved.refusal)) return false;
		orProblem(connection, writing, moved);
		return true;
	};
	return {
		async read() {
			const commit = await tip();
			if (commit === void 0) return /* @__PURE__ */ new Map();
			const files = [...await list(commit)].filter(([path]) => path.endsWith(".ndjson"));
			return new Map(await Promise.all(files.map(async ([path, blob]) => [path, await text(blob)])));
		},
		async append(added, message) {
			for (let attempt = 1; !await add(added, message); attempt++) {
				if (attempt === mostAttempts) orProblem(connection, writing, {
					kind: "refused",
					refusal: {
						kind: "rejected",
						status: 422,
						message: `other runs moved it at each of ${mostAttempts} attempts`
					}
				});
				await wait(attempt);
			}
		}
	};
}
function isTaken(refusal) {
	return refusal.kind === "rejected" && (refusal.status === 422 || refusal.status === 409);
}

// src/store/history-file.ts
function openHistoryFile(path, shown) {
	const failed = (what, fault) => new ProblemError({
		reason: "files",
		what: `the history \`${shown}\` could not be ${what}: ${fault instanceof Error ? fault.message : String(fault)}`,
		fix: "Name a file that can be written in a folder that is there."
	});
	return {
		async read() {
			try {
				return await readFile(path, "utf8");
			} catch (fault) {
				if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return "";
				throw failed("read", fault);
			}
		},
		async append(lines) {
			try {
				const file = await open(path, "a+");
				try {
					const { size } = await file.stat();
					const last = Buffer.alloc(1);
					if (size > 0) await file.read(last, 0, 1, size - 1);
					await file.appendFile(size > 0 && last[0] !== 10 ? `\n${lines}` : lines);
					await file.sync();
				} finally {
					await file.close();
				}
			} catch (fault) {
				throw failed("written", fault);
			}
		}
	};
}

// src/wire/drift-history.ts
function openDriftHistory({ history }, place) {
	if (history !== void 0) return historyInFile(join(place.workspace, history), history);
	const wait = (attempt) => place.clock.sleep(attempt * (200 + 300 * Math.random()));
	return historyOnBranch(openHistoryBranch(place.connection, wait));
}
function historyInFile(path, shown) {
	const file = openHistoryFile(path, shown);
	return {
		read: async () => readHistory(await file.read(), shown),
		append: (lines) => file.append(writeHistory(lines))
	};
}
function historyOnBranch(branch) {
	return {
		async read() {
			const read = [...await branch.read()].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, text]) => readHistory(text, name));
			return {
				lines: read.flatMap(({ lines }) => lines),
				unread: read.flatMap(({ unread }) => unread)
			};
		},
		append: (lines) => {
			const byMonth = Map.groupBy(lines, ({ at }) => monthOf(at));
			return branch.append(new Map([...byMonth].map(([file, held]) => [file, writeHistory(held)])), messageOf(lines));
		}
	};
}
function messageOf(lines) {
	const prompts = new Set(lines.map(({ prompt }) => prompt)).size;
	return `Keep what a run saw of ${prompts === 1 ? "a prompt" : `${prompts} prompts`}`;
}

export { openDriftHistory as n, historyInFile as t };