import { E as string, k as unknown, x as object } from "./zod.js";
import { n as monthOf, o as writeHistory, r as readHistory } from "./read-history.js";
import { t as ProblemError } from "./problem.js";
import { h as treeAnswer, i as blobAnswer, m as refAnswer, n as orProblem } from "./reading-problem.js";
import { t as openHistoryFile } from "./history-file.js";
import { join } from "node:path";

// src/hosts/github/history-branch.ts
const historyBranch = "promptgate-history";
const reference = `heads/${historyBranch}`;
const about = `# What Promptgate's scheduled runs saw

One line of JSON a run, prompt and model, in a file a month. Runs add lines, and change none.
The lines are described in \`schema/history.schema.json\` of Promptgate. Delete the branch to begin anew.
`;
const mostAttempts = 10;
const created = object({ sha: string() });
const modes = [
	"100644",
	"100755",
	"040000",
	"120000",
	"160000"
];
const types = [
	"blob",
	"tree",
	"commit"
];
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
		const { tree, truncated } = orProblem(connection, reading, listed);
		if (truncated) throw new ProblemError({
			reason: "files",
			what: `The branch \`${historyBranch}\` holds more files than GitHub lists, so a commit would lose some.`,
			fix: "Delete what is none of the history there, or begin the branch anew."
		});
		return tree.flatMap((entry) => {
			const [mode, type] = [modes.find((one) => one === entry.mode), types.find((one) => one === entry.type)];
			return mode === void 0 || type === void 0 ? [] : [{
				path: entry.path,
				mode,
				type,
				sha: entry.sha
			}];
		});
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
	const change = async (changes, message) => {
		const parent = await tip();
		const entries = parent === void 0 ? [] : await list(parent);
		const grown = /* @__PURE__ */ new Map();
		for (const [name, grow] of changes) {
			const held = entries.find(({ path, type }) => path === name && type === "blob");
			grown.set(name, grow(held === void 0 ? "" : await text(held.sha)));
		}
		if (parent === void 0) grown.set("README.md", about);
		const written = await Promise.all([...grown].map(async ([path, content]) => {
			return {
				path,
				mode: "100644",
				type: "blob",
				sha: await blobOf(content)
			};
		}));
		const whole = [...entries.filter(({ path }) => !grown.has(path)), ...written];
		const tree = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createTree({
			...where,
			tree: whole
		})).data);
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
	const land = async (changes, message) => {
		for (let attempt = 1; !await change(changes, message); attempt++) {
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
	};
	return {
		async read() {
			const commit = await tip();
			if (commit === void 0) return /* @__PURE__ */ new Map();
			const files = (await list(commit)).filter(({ path, type }) => type === "blob" && path.endsWith(".ndjson"));
			return new Map(await Promise.all(files.map(async ({ path, sha }) => [path, await text(sha)])));
		},
		append: (added, message) => {
			const grown = [...added].map(([name, lines]) => {
				const grow = (before) => `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${lines}`;
				return [name, grow];
			});
			return land(new Map(grown), message);
		},
		async readFile(name) {
			const commit = await tip();
			const file = (commit === void 0 ? [] : await list(commit)).find(({ path, type }) => path === name && type === "blob");
			return file === void 0 ? "" : text(file.sha);
		},
		replaceFile: (name, whole, message) => land(/* @__PURE__ */ new Map([[name, () => whole]]), message)
	};
}
function isTaken(refusal) {
	return refusal.kind === "rejected" && (refusal.status === 422 || refusal.status === 409);
}

// src/wire/drift-history.ts
function openDriftHistory({ history }, place) {
	const why = offDefaultBranch(place.event.name, place.event.payload, place.ref);
	return {
		driftHistory: historyOf(history, place, why),
		elsewhere: why !== void 0
	};
}
function historyOf(history, place, elsewhere) {
	if (history !== void 0) {
		const file = historyInFile(join(place.workspace, history), history);
		if (elsewhere === void 0) return file;
		const untold = `No alert is sent and no issue is written by this run: ${elsewhere}. Both are the default branch’s alone.`;
		return {
			...file,
			untold
		};
	}
	const wait = (attempt) => place.clock.sleep(attempt * (200 + 300 * Math.random()));
	const kept = historyOnBranch(openHistoryBranch(place.connection, wait));
	if (elsewhere === void 0) return kept;
	const notKept = `Nothing of this run is kept, and no alert or issue is written: ${elsewhere}. History, alerts and issues are the default branch’s alone.`;
	return {
		...kept,
		notKept
	};
}
const ofRepository = object({ repository: object({ default_branch: string() }) });
function offDefaultBranch(name, payload, ref) {
	if (name === "schedule") return void 0;
	const parsed = ofRepository.safeParse(payload);
	if (!parsed.success) return `the event ${name} does not tell which branch is the default one`;
	const usual = parsed.data.repository.default_branch;
	return ref === `refs/heads/${usual}` ? void 0 : `it is of ${ref}, and the default branch is ${usual}`;
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

export { openDriftHistory as n, openHistoryBranch as r, historyInFile as t };