import { E as string, d as boolean, h as int, k as unknown, l as array, x as object } from "./zod.js";
import { i as readHistory, r as monthOf, s as writeHistory } from "./read-history.js";
import { o as ownLines } from "./alert-state.js";
import { t as ProblemError } from "./problem.js";
import { h as treeAnswer, i as blobAnswer, m as refAnswer, n as orProblem } from "./reading-problem.js";
import { t as openHistoryFile } from "./history-file.js";
import { t as hash } from "./hash.js";
import { join } from "node:path";

// src/hosts/github/event-of-pull.ts
const repository = object({ full_name: string() });
const followed = object({
	workflow_run: object({
		event: string(),
		head_repository: repository.nullable()
	}),
	repository
});
const commented = object({ issue: object({ pull_request: unknown() }) });
function whyOfPull(name, payload) {
	if (name.startsWith("pull_request")) return "it is of a pull request";
	if (name === "merge_group") return "it is of a merge group";
	if (name === "issue_comment" && commented.safeParse(payload).data?.issue.pull_request !== void 0) return "it is of a comment on a pull request";
	if (name !== "workflow_run") return void 0;
	const read = followed.safeParse(payload).data;
	if (read === void 0) return "the event workflow_run does not tell what it follows";
	const { event, head_repository: theirs } = read.workflow_run;
	if (event.startsWith("pull_request") || event === "merge_group") return "it follows a run of a pull request";
	if (theirs?.full_name !== read.repository.full_name) return "it follows a run of a fork";
	return event === "workflow_run" ? "it follows a run that follows another one" : void 0;
}

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

// src/hosts/github/workflow-runs.ts
const runAnswer = object({
	id: int(),
	event: string(),
	status: string().nullable(),
	head_branch: string().nullable(),
	workflow_id: int(),
	created_at: string(),
	updated_at: string(),
	repository: object({ id: int() }),
	head_repository: object({ id: int() }).nullable()
});
const runsAnswer = object({ workflow_runs: array(runAnswer) });
const perPage$1 = 100;
const mostPages$1 = 10;
async function openWorkflowRuns(connection, wanted, about) {
	const lookAt = async (id) => orProblem(connection, wanted, await connection.ask(runAnswer, async (octokit, where) => (await octokit.rest.actions.getWorkflowRun({
		...where,
		run_id: id
	})).data));
	const own = await lookAt(about.run);
	const branch = about.branch ?? own.head_branch;
	const whose = (run) => {
		if (!(run.head_branch === branch && run.head_repository?.id === own.repository.id) || /^(?:pull_request|merge_group)/u.test(run.event)) return "strange";
		return run.workflow_id === own.workflow_id ? "ours" : "other";
	};
	async function* believed() {
		if (whose(own) === "ours") yield own;
		for (let page = 1; page <= mostPages$1; page += 1) {
			const asked = {
				workflow_id: own.workflow_id,
				...branch === null ? {} : { branch },
				per_page: perPage$1,
				page
			};
			const listed = orProblem(connection, wanted, await connection.ask(runsAnswer, async (octokit, where) => (await octokit.rest.actions.listWorkflowRuns({
				...where,
				...asked
			})).data)).workflow_runs;
			for (const run of listed) if (run.id !== own.id && whose(run) === "ours") yield run;
			if (listed.length < perPage$1) return true;
		}
		return false;
	}
	return {
		branch,
		repository: own.repository.id,
		believed,
		lookAt,
		whose
	};
}

// src/hosts/github/run-artifacts.ts
const artifactsAnswer = object({ artifacts: array(object({
	id: int(),
	name: string(),
	expired: boolean(),
	created_at: string().nullable(),
	digest: string().nullish(),
	workflow_run: object({
		id: int().optional(),
		repository_id: int().optional(),
		head_repository_id: int().optional(),
		head_branch: string().optional()
	}).nullish()
})) });
const mostRuns = 30;
const perPage = 100;
const mostPages = 10;
const longestRunMs = 432e6;
async function findRunArtifacts(connection, { name, isNamed, ...about }, take) {
	const wanted = {
		what: `The artifact \`${name}\` of earlier runs`,
		permission: "actions: read"
	};
	const runs = await openWorkflowRuns(connection, wanted, about);
	const seen = { runs: /* @__PURE__ */ new Set() };
	const show = async (from) => {
		seen.runs.add(from.id);
		const { artifacts, isWhole } = await listArtifacts(connection, wanted, { run: from.id });
		if (!isWhole) throw new ProblemError(tooMany(name));
		for (const one of artifacts) {
			const { id, name: called, created_at: keptAt, digest } = one;
			if (!isNamed(called) || keptAt === null) continue;
			if (one.expired) seen.expired ??= keptAt;
			if (one.expired || seen.since !== void 0 && keptAt < seen.since) continue;
			const begunAt = from.created_at;
			if (await take({
				id,
				name: called,
				run: from.id,
				keptAt,
				begunAt,
				...digest == null ? {} : { digest }
			})) seen.since ??= begunAt;
		}
	};
	const areAll = await showLatest(runs, seen, show);
	if (seen.since !== void 0) return { strange: 0 };
	const named = await listArtifacts(connection, wanted, { name });
	const { strange, others, isOpen } = await showNamed(named.artifacts, {
		runs,
		areAll,
		seen,
		show
	});
	if (!areAll && (isOpen || seen.since === void 0 && !named.isWhole)) throw new ProblemError(tooMany(name));
	if (seen.since !== void 0) return { strange: 0 };
	if (seen.expired !== void 0) return {
		strange,
		expired: seen.expired
	};
	if (others > 0) throw new ProblemError(ofAnother(name));
	return { strange };
}
async function showLatest(runs, seen, show) {
	const ours = runs.believed();
	for (let next = await ours.next();; next = await ours.next()) {
		if (next.done === true) return next.value;
		const { created_at: begun, updated_at: ended, status } = next.value;
		const { since } = seen;
		if (since === void 0) {
			if (seen.runs.size >= mostRuns) return false;
		} else if (Date.parse(begun) < Date.parse(since) - longestRunMs) return false;
		else if (status === "completed" && ended < since) continue;
		await show(next.value);
	}
}
async function showNamed(listed, about) {
	const { runs, areAll, seen, show } = about;
	let [strange, others, looks] = [
		0,
		0,
		0
	];
	for (const { workflow_run: of, created_at: keptAt } of listed) {
		if (of?.id === void 0 || seen.runs.has(of.id)) continue;
		if (seen.since !== void 0 && (keptAt ?? "") < seen.since) break;
		if (!isNear(of, runs)) {
			strange += 1;
			continue;
		}
		looks += 1;
		if (looks > mostRuns || areAll && others > 0) return {
			strange,
			others,
			isOpen: true
		};
		const from = await runs.lookAt(of.id);
		const whose = runs.whose(from);
		if (whose === "ours") await show(from);
		else if (whose === "other") others += 1;
		else strange += 1;
	}
	return {
		strange,
		others,
		isOpen: false
	};
}
function isNear({ head_branch: branch, head_repository_id: repository }, runs) {
	return (branch ?? runs.branch) === runs.branch && (repository ?? runs.repository) === runs.repository;
}
async function listArtifacts(connection, wanted, of) {
	const artifacts = [];
	for (let page = 1; page <= mostPages; page += 1) {
		const listed = await connection.ask(artifactsAnswer, async ({ rest: { actions } }, where) => {
			const asked = {
				...where,
				per_page: perPage,
				page
			};
			if ("name" in of) return (await actions.listArtifactsForRepo({
				...asked,
				name: of.name
			})).data;
			return (await actions.listWorkflowRunArtifacts({
				...asked,
				run_id: of.run
			})).data;
		});
		const found = orProblem(connection, wanted, listed).artifacts;
		artifacts.push(...found);
		if (found.length < perPage) return {
			artifacts: newestFirst(artifacts),
			isWhole: true
		};
	}
	return {
		artifacts: newestFirst(artifacts),
		isWhole: false
	};
}
function newestFirst(artifacts) {
	return artifacts.toSorted((a, b) => Date.parse(b.created_at ?? "") - Date.parse(a.created_at ?? "") || b.id - a.id);
}
const tooMany = (name) => ({
	reason: "files",
	what: `whether an earlier run kept the artifact \`${name}\` is not known: the last runs of this workflow kept none, and GitHub lists more artifacts than are looked through.`,
	fix: "Give this use of Promptgate another `name`, or delete the artifacts of that name that other workflows kept."
});
const ofAnother = (name) => ({
	reason: "files",
	what: `no run of this workflow kept the artifact \`${name}\`, and runs of another workflow of this branch did, which may be this one’s earlier file.`,
	fix: "Give this use of Promptgate a `name` of its own; if the workflow’s file was renamed, its history begins anew then."
});

// src/wire/artifact-history.ts
function artifactName(what, ending, use) {
	return `${what}${use === void 0 ? "" : `-${hash(use).slice(0, 12)}`}.${ending}`;
}
function numbered(name, number) {
	return number === 1 ? name : name.replace(/\.(?=[a-z]+$)/u, `.${number}.`);
}
function numberOf(name, called) {
	const number = Number(/\.(\d{1,6})\.[a-z]+$/u.exec(called)?.[1] ?? 1);
	return numbered(name, number) === called ? number : void 0;
}
function historyInArtifact(name, place) {
	let lines = /* @__PURE__ */ new Set();
	const artifacts = openArtifacts(name, place);
	return {
		async read() {
			const { texts, notes } = await artifacts.read(whyNoHistory);
			const [broken] = notes.broken;
			if (texts.length === 0 && broken !== void 0) throw allBroken(name, broken);
			lines = new Set(texts.toReversed().flatMap(({ text }) => text.split("\n").filter((line) => line.trim() !== "")));
			const of = [...new Set(texts.map(({ run }) => run))].join(" and ");
			return {
				...readHistory([...lines].join("\n"), `the artifact ${name} of run ${of}`),
				notes: [...notes.broken, ...notes.others]
			};
		},
		async append(added) {
			for (const line of writeHistory(added).trimEnd().split("\n")) lines.add(line);
			await artifacts.write([...lines, ""].join("\n"));
		}
	};
}
function textInArtifact(name, place, { whyNone, warn }) {
	const artifacts = openArtifacts(name, place);
	return {
		async read() {
			const { texts, broken, notes } = await artifacts.read(whyNone);
			for (const note of [...notes.broken, ...notes.others]) warn(note);
			const [first] = notes.broken;
			if (texts.length === 0 && broken === void 0 && first !== void 0) throw allBroken(name, first);
			return texts[0]?.text ?? broken ?? "";
		},
		write: artifacts.write
	};
}
function openArtifacts(name, place) {
	let last = 0;
	return {
		async read(whyNone) {
			return readKept(name, place, whyNone, (number) => {
				last = Math.max(last, number);
			});
		},
		async write(text) {
			const { uploadText } = await import("./text-artifact.js");
			try {
				await uploadText(numbered(name, last + 1), text, last > 1 ? numbered(name, last) : void 0);
				last += 1;
			} catch (fault) {
				const why = fault instanceof Error ? fault.message : String(fault);
				throw new ProblemError({
					reason: "files",
					what: `the artifact \`${name}\` could not be kept: ${why.replace(/\.$/u, "")}.`,
					fix: /already exists/iu.test(why) ? "Give each use of Promptgate in a workflow its own `name`." : "Run the job again; leave `history: artifact` out to keep the history on a branch."
				});
			}
		}
	};
}
async function readKept(name, place, whyNone, own) {
	const { connection, token, run, branch } = place;
	const { downloadText } = await import("./text-artifact.js");
	const isNamed = (called) => numberOf(name, called) !== void 0;
	const about = {
		name,
		isNamed,
		run: run.id,
		...branch === void 0 ? {} : { branch }
	};
	const texts = [];
	const left = [];
	const others = [];
	let broken;
	const { expired, strange } = await findRunArtifacts(connection, about, async (artifact) => {
		if (artifact.run === run.id && run.attempt > 1) own(numberOf(name, artifact.name) ?? 0);
		const read = await fetched(artifact, () => downloadText(artifact, {
			token,
			repository: connection.repository
		}));
		const why = "why" in read ? read.why : whyNone(read.text);
		if ("text" in read && why === void 0) {
			texts.push({
				text: read.text,
				run: artifact.run,
				keptAt: artifact.keptAt
			});
			return true;
		}
		if ("text" in read) broken ??= read.text;
		left.push(`The artifact ${artifact.name} of run ${artifact.run} ${why}; it was left out, and an earlier one is read.`);
		return false;
	});
	if (texts.length === 0 && expired !== void 0) others.push(`The history begins anew: the artifact ${name} of ${expired.slice(0, 10)} has expired. Have runs more often than artifacts are kept, or keep the history on a branch.`);
	if (strange > 0) others.push(`${strange === 1 ? "An artifact" : `${strange} artifacts`} named ${name} ${strange === 1 ? "was" : "were"} not read: kept by runs of forks, pull requests or other branches.`);
	return {
		texts: texts.toSorted((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt)),
		notes: {
			broken: left,
			others
		},
		...broken === void 0 ? {} : { broken }
	};
}
async function fetched({ name, run }, fetch) {
	try {
		return await fetch();
	} catch (fault) {
		const why = fault instanceof Error ? fault.message : String(fault);
		throw new ProblemError({
			reason: "files",
			what: `the artifact \`${name}\` of run ${run} could not be read: ${why.replace(/\.$/u, "")}.`,
			fix: "Run the job again; delete the artifact if it lasts, and the one before it is read."
		});
	}
}
function allBroken(name, first) {
	return new ProblemError({
		reason: "files",
		what: `no artifact \`${name}\` of this workflow’s runs can be read: ${first.replace(/; it was left out.*$/u, "")}.`,
		fix: "Look at what keeps artifacts under this name; delete the broken ones to begin anew."
	});
}
function whyNoHistory(text) {
	const { lines, unread } = readHistory(text, "");
	return lines.length > 0 || unread.length === 0 ? void 0 : "holds no line of a history";
}

// src/wire/drift-history.ts
function openDriftHistory(inputs, place) {
	const ofPull = whyOfPull(place.event.name, place.event.payload);
	const why = ofPull ?? offDefaultBranch(place.event.name, place.event.payload, place.ref);
	const artifacts = {
		connection: place.connection,
		token: inputs["github-token"] ?? "",
		run: place.run,
		...why === void 0 ? {} : { branch: defaultBranch(place.event.payload) ?? "" }
	};
	return {
		openDriftHistory: ({ drift }) => {
			if (ofPull !== void 0) throw new ProblemError(notWatched(ofPull));
			return historyOf(drift.history, inputs, {
				...place,
				artifacts
			}, why);
		},
		artifacts,
		elsewhere: why !== void 0,
		...ofPull === void 0 ? {} : { ofPull }
	};
}
const notWatched = (why) => ({
	reason: "config",
	what: `\`mode: drift\` watches the default branch, and this run is not its own: ${why}.`,
	fix: "Run it on a `schedule`, or by hand (`workflow_dispatch`)."
});
function historyOf(kind, { history, name }, place, elsewhere) {
	if (history !== void 0 && history !== "artifact") {
		const file = historyInFile(join(place.workspace, history), history);
		if (elsewhere === void 0) return file;
		const untold = `No alert is sent and no issue is written by this run: ${elsewhere}. Both are the default branch’s alone.`;
		return {
			...file,
			untold
		};
	}
	const wait = (attempt) => place.clock.sleep(attempt * (200 + 300 * Math.random()));
	const kept = kind === "artifact" ? historyInArtifact(artifactName("promptgate-history", "ndjson", name), place.artifacts) : historyOnBranch(openHistoryBranch(place.connection, wait));
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
	const usual = defaultBranch(payload);
	if (usual === void 0) return `the event ${name} does not tell which branch is the default one`;
	return ref === `refs/heads/${usual}` ? void 0 : `it is of ${ref}, and the default branch is ${usual}`;
}
function defaultBranch(payload) {
	return ofRepository.safeParse(payload).data?.repository.default_branch;
}
function historyInFile(path, shown) {
	const file = openHistoryFile(path, shown);
	return {
		read: async () => ownLines(readHistory(await file.read(), shown), shown),
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

export { openHistoryBranch as a, textInArtifact as i, openDriftHistory as n, artifactName as r, historyInFile as t };