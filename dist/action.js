import "./chunks/rolldown-runtime.js";
import { a as showProblem, t as ProblemError } from "./chunks/problem.js";
import { t as parseInputs } from "./chunks/parse-inputs.js";
import { t as brokenReview } from "./chunks/empty-report.js";
import { n as publishTakenOver, r as earlierVerdict, t as publishReview } from "./chunks/publish-review.js";
import { E as string, _ as lazy, b as number, d as boolean, h as int, i as _enum, k as unknown, l as array, w as record, x as object } from "./chunks/zod.js";
import { i as findComments, n as publishComment, r as decideComment, t as nameOfComment } from "./chunks/stage.js";
import { i as textBesideMarker } from "./chunks/marker.js";
import { i as outputs } from "./chunks/outputs-of.js";
import { r as verdicts, t as departures } from "./chunks/verdict.js";
import { a as endAsking, i as openRunner, n as restoreKept, r as storeOnRunner } from "./chunks/kept-store.js";
import { t as review } from "./chunks/review.js";
import { t as flushOutput } from "./chunks/flush-output.js";
import { t as tool } from "./chunks/tool.js";
import { t as HeldBytes } from "./chunks/held-bytes.js";
import { c as openAsking, f as keysHeld, g as deriveKey, h as createSeal, l as loadPrices, m as createDeciding, n as openSessions, o as words, p as memory, t as createBreathe, u as hasKey } from "./chunks/wire-local.js";
import { t as createGitHubForum } from "./chunks/create-github-forum2.js";
import { t as createGitHubIssues } from "./chunks/create-github-issues2.js";
import { t as createPlainProgress } from "./chunks/plain-progress.js";
import { n as shedKeys, r as takeHandedOver } from "./chunks/clean-environment.js";
import { t as systemClock } from "./chunks/system-clock.js";
import { t as createSandbox } from "./chunks/create-sandbox.js";
import { a as openHistoryBranch, i as textInArtifact, n as openDriftHistory, r as artifactName } from "./chunks/drift-history.js";
import { n as suggestSuccessors, t as loadRetirements } from "./chunks/load-retirements.js";
import { n as programVersion, t as programFiles } from "./chunks/program-files.js";
import { i as wirePullOffered, r as unlessRefused, t as wireMonitor } from "./chunks/wire-monitor.js";
import { t as readFileIn } from "./chunks/read-file-in2.js";
import { t as hash } from "./chunks/hash.js";
import { t as configSchema } from "./chunks/config-schema.js";
import { t as connectGitHub } from "./chunks/connect-github.js";
import { c as filesAnswer, h as treeAnswer, i as blobAnswer, m as refAnswer, n as orProblem, p as pullAnswer, r as readingProblem, s as comparisonAnswer } from "./chunks/reading-problem.js";
import { i as openGraphQLDoor } from "./chunks/viewer.js";
import { n as redact, t as createLog } from "./chunks/create-log.js";
import { t as loadPage } from "./chunks/load-page.js";
import { r as whyNoAlertState } from "./chunks/alert-state.js";
import { i as openKeptText, n as wireAlerts } from "./chunks/wire-alerts.js";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";

// src/app/publish/take-over.ts
const carriedSchema = object({
	verdicts: array(_enum([...verdicts, ...departures])),
	outputs: record(string(), string()),
	closed: string()
});
const settled = /* @__PURE__ */ new Set([
	"regressed",
	"inconclusive",
	"pass"
]);
function findTakenOver(comments, asked) {
	const found = findComments(comments, asked.name, asked.seal).find(({ signed }) => signed);
	if (found === void 0) return void 0;
	const { comment, marker } = found;
	const carried = carriedSchema.safeParse(marker.carried);
	if (marker.judged.at(-1)?.fingerprint !== asked.fingerprint || !settled.has(marker.verdict)) return void 0;
	if (!carried.success || carried.data.verdicts.includes("invalid")) return void 0;
	const known = new Set(outputs.map(({ name }) => name));
	return {
		from: comment.url,
		verdict: marker.verdict,
		closed: carried.data.closed,
		verdicts: carried.data.verdicts,
		outputs: Object.fromEntries(Object.entries(carried.data.outputs).filter(([name]) => known.has(name))),
		body: textBesideMarker(comment.body)
	};
}

// src/app/publish/tell-while-asking.ts
const quietMs = 3e4;
const everyMs = 15e3;
const partOfRun = 1 / 10;
const graceMs = 5e3;
const cancelledGraceMs = 1e3;
function tellWhileAsking(asking, ports) {
	const { settings, pull, startedAt } = asking;
	const { clock, stage } = ports;
	const seal = ports.sealOf(settings);
	const name = nameOfComment(settings);
	const statement = {
		name,
		run: ports.run.id,
		startedAt,
		head: pull.head.sha,
		verdict: "invalid",
		carried: {}
	};
	const earlier = earlierVerdict(asking.listed, name, seal);
	const run = {
		head: pull.head.sha,
		url: ports.run.url,
		earlier
	};
	const [stop, abort] = [new AbortController(), new AbortController()];
	let known = asking.listed;
	let word;
	const forum = () => {
		const hurried = ports.hurriedForum(abort.signal);
		const note = (comment) => {
			known = [...known.filter(({ id }) => id !== comment.id), comment].toSorted((a, b) => a.id - b.id);
		};
		return {
			...hurried,
			comments: async (number) => {
				const found = await hurried.comments(number);
				if (found.kind === "done") known = found.value;
				return found;
			},
			create: async (number, body) => {
				const created = await hurried.create(number, body);
				if (created.kind === "done") note(created.value);
				return created;
			}
		};
	};
	const tell = async () => {
		const { writeAsking, writeStopped } = await import("./chunks/reporters.js");
		if (word === void 0) {
			const body = bodyOf({
				...statement,
				fingerprint: `stopped ${run.head} ${ports.run.id}`
			}, asking.listed, (marker) => stage.redact(writeStopped(run, marker)), seal);
			word = {
				pull: pull.number,
				name,
				run: ports.run.id,
				body
			};
			stage.leaveLastWord(word);
		}
		const now = new Date(clock.now()).toISOString();
		const far = ports.howFar();
		return publishComment(forum(), pull.number, {
			statement: {
				...statement,
				asking: true,
				fingerprint: `asking ${ports.run.id}`
			},
			seal,
			begin: settings.comment === "always",
			render: (marker) => stage.redact(writeAsking(run, far, now, marker))
		});
	};
	const goOn = async () => {
		const began = clock.monotonic() - (clock.now() - startedAt);
		await clock.sleep(Math.max(0, began + quietMs - clock.monotonic()), stop.signal);
		while (!stop.signal.aborted) {
			const told = await tell();
			if (told.kind === "not-written" && told.permission !== void 0 || told.kind === "superseded" || told.kind === "kept" && told.url === void 0) return;
			await clock.sleep(Math.max(everyMs, (clock.monotonic() - began) * partOfRun), stop.signal);
		}
	};
	const going = goOn().catch(() => void 0);
	return {
		known: () => known,
		end: async (how = "done") => {
			stop.abort();
			const over = new AbortController();
			const limit = clock.sleep(how === "done" ? graceMs : cancelledGraceMs, over.signal).catch(() => void 0);
			await Promise.race([going, limit]);
			over.abort();
			abort.abort();
			await going;
		},
		giveUp: async () => {
			if (word !== void 0) await endAsking(ports.hurriedForum(), word);
		}
	};
}
function bodyOf(statement, comments, render, seal) {
	const decision = decideComment({
		comments,
		statement,
		head: void 0,
		begin: true,
		render,
		seal
	});
	return "body" in decision ? decision.body : render("");
}

// src/app/review-pull-request.ts
async function reviewPullRequest(run, ports) {
	const startedAt = ports.clock.now();
	let listed;
	let live;
	const findEarlier = async (fingerprint, pull, settings) => {
		const comments = pull.number === void 0 ? void 0 : await ports.forum.comments(pull.number);
		if (comments === void 0 || comments.kind === "refused") return void 0;
		listed = comments.value;
		const earlier = findTakenOver(listed, {
			name: settings.name ?? "",
			fingerprint,
			seal: ports.sealOf(settings)
		});
		const { number } = pull;
		if (earlier === void 0 && number !== void 0 && pull.queued !== true && settings.comment !== "never") live = tellWhileAsking({
			settings,
			pull: {
				...pull,
				number
			},
			startedAt,
			listed
		}, ports);
		return earlier;
	};
	try {
		const result = await reviewOrProblems(run, findEarlier, ports, startedAt);
		return result.takenOver === void 0 ? await publishReview(result, startedAt, listed, ports, live) : await publishTakenOver(result, result.takenOver, {
			startedAt,
			listed: listed ?? []
		}, ports);
	} finally {
		await live?.end();
	}
}
async function reviewOrProblems({ inputs, privileged, signal }, findEarlier, ports, startedAt) {
	try {
		const request = {
			inputs,
			privileged,
			...signal === void 0 ? {} : { signal }
		};
		return await review({
			...request,
			...findEarlier === void 0 ? {} : { findEarlier }
		}, ports);
	} catch (fault) {
		const problems = fault instanceof ProblemError ? fault.problems : [faultOfOurs(fault, ports.stage.say)];
		const pull = await ports.host.pullRequest().catch(() => void 0);
		const broken = brokenReview(problems, ports.tool, startedAt, inputs);
		return pull === void 0 || "nothing" in pull ? broken : {
			...broken,
			pull
		};
	}
}
function faultOfOurs(fault, say) {
	say(fault instanceof Error ? fault.stack ?? fault.message : String(fault));
	return {
		reason: "files",
		what: `A fault of Promptgate's own, which decides nothing about your prompts: ${(fault instanceof Error ? fault.message : String(fault)).replace(/\.$/u, "")}.`,
		fix: "Please report it, with the log of this step."
	};
}

// src/app/run-action.ts
async function runAction(given, wire, signal) {
	const parsed = parseInputs(given.inputs);
	if (parsed.kind === "broken" || given.problems.length > 0) return refuse([...given.problems, ...parsed.kind === "broken" ? parsed.problems : []], given);
	const { privileged, close, ...ports } = wire(parsed.inputs);
	try {
		if (parsed.inputs.mode === "compare") {
			const { comparePullRequest } = await import("./chunks/compare-pull-request.js");
			return await comparePullRequest(parsed.inputs, ports);
		}
		const run = {
			inputs: parsed.inputs,
			privileged,
			signal
		};
		if (parsed.inputs.mode === "check") {
			const { checkRevision } = await import("./chunks/check-revision.js");
			return await checkRevision(run, ports);
		}
		if (parsed.inputs.mode === "portability") {
			const { portRevision } = await import("./chunks/port-revision.js");
			return await portRevision(run, ports);
		}
		if (parsed.inputs.mode === "drift") {
			const { watchOnSchedule } = await import("./chunks/watch-on-schedule.js");
			return await watchOnSchedule(run, ports);
		}
		if (parsed.inputs.mode === "monitor") {
			const { monitorOnRunner } = await import("./chunks/monitor-on-runner.js");
			return await monitorOnRunner(parsed.inputs, ports, signal);
		}
		return await reviewPullRequest(run, ports);
	} finally {
		await close().catch((fault) => {
			const message = `What this run learned could not be kept: ${fault instanceof Error ? fault.message : String(fault)}`;
			given.annotate({
				level: "warning",
				title: "Promptgate",
				message
			});
		});
	}
}
async function refuse(problems, given) {
	for (const problem of problems) given.annotate({
		level: "error",
		title: "Promptgate",
		message: showProblem(problem)
	});
	await trying(given, () => given.setOutput("verdict", "invalid"));
	await trying(given, () => given.setOutput("reason", problems[0]?.reason ?? "config"));
	const { writeSummary } = await import("./chunks/reporters.js");
	const { report } = brokenReview(problems, given.tool, given.startedAt);
	await trying(given, () => given.writeSummary(writeSummary(report)));
	return false;
}
async function trying({ annotate }, show) {
	try {
		await show();
	} catch (fault) {
		annotate({
			level: "warning",
			title: "Promptgate",
			message: fault instanceof Error ? fault.message : String(fault)
		});
	}
}

// src/wire/file-indexes.ts
function createFileIndexes(runner, inputs, env) {
	let keep = async () => void 0;
	let opened;
	const open = async (settings) => {
		const key = deriveKey(keysHeld(settings, inputs, env), "file index");
		if (!settings.cache || key === void 0) return void 0;
		const [{ restoreCached }, { openKeptIndex }] = await Promise.all([import("./chunks/actions-cache.js"), import("./chunks/kept-index.js")]);
		const path = join(storeOnRunner(env), "..", "files.index");
		const cached = {
			kind: "index",
			path,
			name: settings.name ?? "",
			run: runner.run.id
		};
		await restoreCached(cached);
		const index = openKeptIndex(await readFile(path, "utf8").catch(() => void 0), key);
		keep = async () => {
			const written = index.write();
			if (written === void 0) return;
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, written);
			runner.saveState("index", JSON.stringify(cached));
		};
		return index;
	};
	return {
		open: (settings) => {
			opened ??= open(settings);
			return opened;
		},
		close: () => keep()
	};
}

// src/hosts/scorer/lay-out-files.ts
function layOutFiles(files, temp) {
	const folder = mkdtempSync(join(temp ?? tmpdir(), "promptgate-scorers-"));
	for (const [path, text] of files) {
		const at = join(folder, path);
		mkdirSync(dirname(at), { recursive: true });
		writeFileSync(at, text, { mode: 448 });
	}
	return folder;
}

// src/wire/program-place.ts
async function programPlace({ scorers, applications }, { host, isFork, workspace, temp }) {
	const used = applications.size === 0 ? "scorers" : "scorers and applications";
	if (await isFork()) return {
		kind: "refused",
		why: `${used} are not run for a fork's pull request`
	};
	const pull = await host.pullRequest();
	if ("nothing" in pull) return {
		kind: "refused",
		why: pull.nothing
	};
	const tip = await host.tree(pull.tip);
	const kinds = [{
		who: "Scorers",
		all: scorers
	}, {
		who: "Applications",
		all: applications
	}].map(({ who, all }) => ({
		who,
		commands: [...all.values()].flatMap((one) => one.kind === "command" ? [one.command] : []),
		paths: /* @__PURE__ */ new Set()
	}));
	for (const { commands, paths } of kinds) for (const command of commands) {
		const found = programFiles(command, tip, workspace);
		if (found.kind === "refused") return {
			kind: "refused",
			why: `\`${command.join(" ")}\` is not run: ${found.why}`
		};
		for (const path of found.paths) paths.add(path);
	}
	const texts = await host.texts(pull.tip, [...new Set(kinds.flatMap(({ paths }) => [...paths]))]);
	const files = new Map([...texts].flatMap(([path, read]) => read.kind === "text" ? [[path, read.text]] : []));
	const cwd = layOutFiles(files, temp);
	const [head, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
	return {
		kind: "at",
		cwd,
		notes: kinds.flatMap(({ who, paths }) => {
			const changed = [...paths].filter((path) => head.get(path)?.id !== base.get(path)?.id);
			const left = [...paths].filter((path) => !files.has(path));
			return [...changed.length === 0 ? [] : [`${who} ran as the base branch has them; this pull request changes ${list(changed)}.`], ...left.length === 0 ? [] : [`Left out beside ${who.toLowerCase()}, since they are no texts: ${list(left)}.`]];
		}),
		version: (command) => programVersion(command, tip, {
			workspace,
			beside: false
		}),
		leave: () => rmSync(cwd, {
			recursive: true,
			force: true
		})
	};
}
function list(all) {
	return all.slice(0, 5).map((path) => `\`${path}\``).join(", ");
}

// src/core/rendered/with-handed-over.ts
function withHandedOver(host, read) {
	let comparing;
	const compared = () => {
		comparing ??= Promise.all([host.pullRequest(), read()]).then(([pull, sides]) => {
			return {
				pull: "nothing" in pull ? void 0 : pull,
				sides
			};
		});
		return comparing;
	};
	const textsAt = async (revision) => {
		const { pull, sides } = await compared();
		if (revision.sha === pull?.head.sha) return sides.new?.texts;
		return revision.sha === pull?.base.sha ? sides.old?.texts : void 0;
	};
	const text = async (revision, path) => {
		const over = (await textsAt(revision))?.get(path);
		return over === void 0 ? host.text(revision, path) : {
			kind: "text",
			text: over
		};
	};
	return {
		...host,
		text,
		async tree(revision) {
			const [tree, texts] = await Promise.all([host.tree(revision), textsAt(revision)]);
			if (texts === void 0) return tree;
			return new Map([...tree, ...[...texts].map(([path, over]) => [path, entryOf$3(path, over)])]);
		},
		async texts(revision, paths) {
			const over = await textsAt(revision);
			const left = over === void 0 ? paths : paths.filter((path) => !over.has(path));
			const rest = await host.texts(revision, left);
			return new Map(paths.map((path) => {
				const held = over?.get(path);
				return [path, held === void 0 ? rest.get(path) ?? { kind: "absent" } : {
					kind: "text",
					text: held
				}];
			}));
		},
		async changedFiles(pull) {
			const [changed, { sides }] = await Promise.all([host.changedFiles(pull), compared()]);
			const paths = [.../* @__PURE__ */ new Set([...sides.old?.texts.keys() ?? [], ...sides.new?.texts.keys() ?? []])];
			const found = await Promise.all(paths.map(async (path) => {
				const [before, after] = await Promise.all([text(pull.base, path), text(pull.head, path)]);
				if (before.kind === "text" && after.kind === "text" && before.text === after.text) return [];
				if (before.kind === "absent" && after.kind === "absent") return [];
				return [{
					path,
					status: before.kind === "absent" ? "added" : after.kind === "absent" ? "removed" : "modified"
				}];
			}));
			return [...changed.filter(({ path }) => !paths.includes(path)), ...found.flat()];
		}
	};
}
function entryOf$3(path, text) {
	return {
		path,
		mode: "file",
		id: hash(text),
		bytes: text.length
	};
}
function tellHandedOver({ base, head }, sides, ownRun) {
	const [first, ...others] = ["old", "new"].flatMap((side) => {
		const over = sides[side];
		if (over === void 0) return [];
		const wanted = side === "old" ? base.sha : head.sha;
		const named = side === "old" ? "the merge base" : "the head of the pull request";
		if (over.commit !== wanted) return [{
			reason: "files",
			what: `What \`rendered-${side}\` holds was rendered at ${short(over.commit)}, and ${named} is ${short(wanted)}.`,
			fix: `Check out ${wanted} in the job that renders it.`
		}];
		if (ownRun === void 0) return [];
		if (side === "new") return over.run === ownRun && sides.old !== void 0 ? [madeTogether] : [];
		if (over.run === ownRun) return [];
		return [{
			reason: "files",
			what: "What `rendered-old` holds was not rendered in this workflow run, so it may be of the pull request’s own making.",
			fix: "Render the old side in a job of this workflow that checks out the merge base: docs/prompts-in-code.md shows it."
		}];
	});
	if (first !== void 0) throw new ProblemError(first, ...others);
	if (sides.old === void 0 && sides.new === void 0) return [];
	const from = (side) => {
		const over = sides[side];
		if (over === void 0) return `the ${side} side is what is committed`;
		const run = over.run === void 0 ? "" : ` in workflow run ${over.run}`;
		return `the ${side} side was rendered at ${short(over.commit)}${run} and handed over`;
	};
	return [`Rendered snapshots: ${from("old")}; ${from("new")}.`];
}
const madeTogether = {
	reason: "files",
	what: "What `rendered-new` holds was rendered in this workflow run, which has secrets: code of the pull request that runs in it could have made `rendered-old` as well.",
	fix: "Render the new side in a workflow of its own on `pull_request`, and review after it: docs/prompts-in-code.md shows it."
};
function short(sha) {
	return `\`${sha.slice(0, 10)}\``;
}

// src/hosts/github/query-blobs.ts
const blob = object({
	isTruncated: boolean().nullish(),
	text: string().nullish()
});
const answer$4 = object({ repository: record(string(), unknown()).nullish() });
function queryBlobs(repository, entries) {
	const [owner = "", name = ""] = repository.split("/");
	return [`query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${entries.map(({ id }, index) => `b${index}: object(oid: "${id}") { ...Content }`).join("\n")}
}
}
${contentOf$1}`, {
		owner,
		name
	}];
}
const contentOf$1 = "fragment Content on Blob { isTruncated text }";
function readBlobs(entries, data) {
	const read = answer$4.safeParse(data);
	const objects = read.success ? read.data.repository ?? {} : {};
	return new Map(entries.flatMap(({ id }, index) => {
		const text = textById(id, objects[`b${index}`]);
		return text === void 0 ? [] : [[id, text]];
	}));
}
function textById(id, answered) {
	const found = blob.safeParse(answered);
	if (!found.success || typeof found.data.text !== "string" || found.data.isTruncated === true) return void 0;
	const bytes = Buffer.from(found.data.text, "utf8");
	return objectId$1(bytes, id.length) === id ? textOf(bytes) : void 0;
}
function objectId$1(bytes, length) {
	return createHash(length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
const mostBytes$1 = 5242880;
const lfsPointer = "version https://git-lfs.github.com/spec/v1\n";
function refusalOf({ mode, bytes }) {
	if (mode !== "file") return {
		kind: "refused",
		why: `it is a ${mode}`
	};
	if (bytes > mostBytes$1) return {
		kind: "refused",
		why: `it has ${bytes} bytes; at most ${mostBytes$1} are read`
	};
}
async function readBlob(connection, entry) {
	return textOf(Buffer.from(await contentInBase64(connection, entry), "base64"));
}
async function readBytes(connection, entry) {
	return refusalOf(entry) ?? {
		kind: "bytes",
		base64: await contentInBase64(connection, entry)
	};
}
async function contentInBase64(connection, entry) {
	const { content } = orProblem(connection, {
		what: `The file ${JSON.stringify(entry.path)}`,
		permission: "contents: read"
	}, await connection.ask(blobAnswer, async (octokit, where) => (await octokit.rest.git.getBlob({
		...where,
		file_sha: entry.id
	})).data));
	return content;
}
function textOf(bytes) {
	if (bytes.includes(0)) return {
		kind: "refused",
		why: "it is a binary file"
	};
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		if (text.startsWith(lfsPointer)) return {
			kind: "refused",
			why: "it is kept in Git LFS: only a pointer is in the repository"
		};
		return {
			kind: "text",
			text
		};
	} catch {
		return {
			kind: "refused",
			why: "it is not UTF-8"
		};
	}
}

// src/hosts/github/blob-reader.ts
const mostFiles = 100;
const mostBytes = 2097152;
const longestText = 5e5;
const mostFailures = 4;
function createBlobReader(connection, door) {
	let waiting = /* @__PURE__ */ new Map();
	let running = false;
	let failures = 0;
	const one = async (entry) => {
		try {
			return {
				kind: "read",
				text: await readBlob(connection, entry)
			};
		} catch (fault) {
			return {
				kind: "failed",
				fault
			};
		}
	};
	const oneByOne = async (entries) => new Map(await Promise.all(entries.map(async (entry) => [entry.id, await one(entry)])));
	const inHalves = async (entries) => {
		const half = Math.ceil(entries.length / 2);
		return new Map([...await together(entries.slice(0, half)), ...await together(entries.slice(half))]);
	};
	const together = async (entries) => {
		if (!door.isOpen() || entries.length < 2) return oneByOne(entries);
		const answered = await door.ask(...queryBlobs(connection.repository, entries));
		if (answered.kind === "answered") {
			failures = 0;
			return complete(entries, answered.value);
		}
		const { refusal } = answered;
		if (refusal.kind === "cancelled" || refusal.kind === "overdue" || refusal.kind === "limit" && refusal.secondary) {
			const wanted = {
				what: `The files ${named(entries)}`,
				permission: "contents: read"
			};
			return failed(entries, readingProblem(connection, wanted, refusal));
		}
		failures += 1;
		if (refusal.kind !== "unreachable" || failures === mostFailures) {
			door.shut(refusal.message);
			return oneByOne(entries);
		}
		return inHalves(entries);
	};
	const complete = async (entries, { data, errors }) => {
		const read = readBlobs(entries, data);
		const lacking = entries.filter(({ id }) => !read.has(id));
		const rest = await (errors.some(({ type }) => type === "RESOURCE_LIMITS_EXCEEDED") ? inHalves(lacking) : oneByOne(lacking));
		const held = [...read].map(([id, text]) => [id, {
			kind: "read",
			text
		}]);
		return new Map([...held, ...rest]);
	};
	const drain = async () => {
		running = true;
		while (waiting.size > 0) {
			const round = waiting;
			waiting = /* @__PURE__ */ new Map();
			const entries = [...round.values()].map(({ entry }) => entry);
			const read = await Promise.all([...batchesOf(entries.filter(({ bytes }) => bytes <= longestText)).map((batch) => together(batch).catch((fault) => failed(batch, fault))), oneByOne(entries.filter(({ bytes }) => bytes > longestText))]);
			for (const [id, outcome] of read.flatMap((outcomes) => [...outcomes])) for (const settle of round.get(id)?.settle ?? []) settle(outcome);
		}
		running = false;
	};
	return (entry) => {
		const refused = refusalOf(entry);
		if (refused !== void 0) return Promise.resolve(refused);
		return new Promise((resolve, reject) => {
			const settle = (outcome) => {
				if (outcome.kind === "read") resolve(outcome.text);
				else reject(outcome.fault);
			};
			const held = waiting.get(entry.id);
			if (held !== void 0) return void held.settle.push(settle);
			waiting.set(entry.id, {
				entry,
				settle: [settle]
			});
			if (waiting.size === 1 && !running) setImmediate(drain);
		});
	};
}
function failed(entries, fault) {
	return new Map(entries.map(({ id }) => [id, {
		kind: "failed",
		fault
	}]));
}
function named(entries) {
	const [first, ...rest] = entries.map(({ path }) => JSON.stringify(path));
	return rest.length === 0 ? `${first}` : `${first} and ${rest.length} more`;
}
function batchesOf(entries) {
	const batches = [];
	let room = 0;
	for (const entry of entries) {
		const last = batches.at(-1);
		if (last === void 0 || last.length === mostFiles || entry.bytes > room) {
			batches.push([entry]);
			room = mostBytes - entry.bytes;
		} else {
			last.push(entry);
			room -= entry.bytes;
		}
	}
	return batches;
}

// src/hosts/github/changed-files.ts
const pullRequestLimit = 3e3;
const perPage = 100;
async function listChangedFiles(connection, pull, tree) {
	const listed = pull.number === void 0 || pull.queued === true ? void 0 : await listOfPull(connection, pull.number, pull.head.sha);
	if (listed !== void 0) return listed;
	const [base, head] = await Promise.all([tree(pull.base), tree(pull.head)]);
	return compareTrees(base, head);
}
async function listOfPull(connection, number, head) {
	const files = [];
	for (let page = 1; files.length === (page - 1) * perPage; page += 1) {
		if (files.length >= pullRequestLimit) return void 0;
		const answered = await connection.ask(filesAnswer, async (octokit, where) => {
			const { data } = await octokit.rest.pulls.listFiles({
				...where,
				pull_number: number,
				per_page: perPage,
				page
			});
			return data;
		});
		if (answered.kind === "refused") return void 0;
		files.push(...answered.value);
	}
	const now = await connection.ask(pullAnswer, async (octokit, where) => (await octokit.rest.pulls.get({
		...where,
		pull_number: number
	})).data);
	return now.kind === "answered" && now.value.head.sha === head ? readChanges(files) : void 0;
}
function readChanges(files) {
	return files.flatMap(readChange);
}
function readChange(file) {
	const path = file.filename;
	switch (file.status) {
		case "added":
		case "copied": return [{
			path,
			status: "added"
		}];
		case "removed": return [{
			path,
			status: "removed"
		}];
		case "modified":
		case "changed": return [{
			path,
			status: "modified"
		}];
		case "renamed": return file.previous_filename === void 0 ? [{
			path,
			status: "added"
		}] : [{
			path,
			previousPath: file.previous_filename,
			status: "renamed"
		}];
		case "unchanged": return [];
	}
}
function compareTrees(from, to) {
	const gone = [...from.values()].filter((entry) => !to.has(entry.path));
	const byContent = Map.groupBy(gone, contentOf);
	const movedAway = /* @__PURE__ */ new Set();
	const changed = [...to.values()].flatMap((entry) => {
		const before = from.get(entry.path);
		if (before !== void 0) return contentOf(before) === contentOf(entry) ? [] : [{
			path: entry.path,
			status: "modified"
		}];
		const origin = byContent.get(contentOf(entry))?.find(({ path }) => !movedAway.has(path));
		if (origin === void 0) return [{
			path: entry.path,
			status: "added"
		}];
		movedAway.add(origin.path);
		return [{
			path: entry.path,
			previousPath: origin.path,
			status: "renamed"
		}];
	});
	const removed = gone.filter(({ path }) => !movedAway.has(path)).map(({ path }) => ({
		path,
		status: "removed"
	}));
	return [...changed, ...removed];
}
function contentOf(entry) {
	return `${entry.mode} ${entry.id}`;
}

// src/hosts/github/find-pull-request.ts
const answer$3 = array(object({
	number: int().positive(),
	base: object({ ref: string().min(1) }),
	head: object({ sha: string() })
}));
async function findPullRequest(connection, { owner, head, fork }) {
	const asked = await connection.ask(answer$3, async (octokit, where) => {
		const wanted = {
			...where,
			state: "open",
			head: `${owner}:${head.ref}`,
			per_page: 100
		};
		return (await octokit.rest.pulls.list(wanted)).data;
	});
	const what = `The pull requests of ${JSON.stringify(`${owner}:${head.ref}`)}`;
	const pull = orProblem(connection, {
		what,
		permission: "pull-requests: read"
	}, asked).find((each) => each.head.sha === head.sha);
	if (pull === void 0) throw new ProblemError({
		reason: "files",
		what: `No open pull request of ${JSON.stringify(`${owner}:${head.ref}`)} has ${head.sha.slice(0, 12)} as its head any more.`,
		fix: "The run after its last push reviews it; a closed pull request needs no review."
	});
	const { number, base } = pull;
	return {
		kind: "compare",
		number,
		base: {
			name: base.ref,
			ref: base.ref
		},
		head,
		fork
	};
}

// src/hosts/github/known-folders.ts
function takeWholeFolders(listed, known) {
	const byFolder = Map.groupBy(listed, ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/"))));
	return listed.flatMap(({ path, type, sha }) => {
		if (type !== "tree" || known.has(sha)) return [];
		const entries = (byFolder.get(path) ?? []).map((entry) => ({
			...entry,
			name: entry.path.slice(path.length + 1)
		}));
		if (treeId(entries, sha.length) !== sha) return [sha];
		known.set(sha, entries);
		return [];
	});
}
function gatherFiles(root, known) {
	const entries = [];
	const missing = /* @__PURE__ */ new Set();
	const walk = (id, prefix) => {
		const held = known.get(id);
		if (held === void 0) missing.add(id);
		for (const { name, ...entry } of held ?? []) {
			const path = prefix + name;
			if (entry.type === "tree") walk(entry.sha, `${path}/`);
			else entries.push({
				...entry,
				path
			});
		}
	};
	walk(root, "");
	return {
		entries,
		missing: [...missing]
	};
}
function foldersIn(root, listed) {
	const ids = /* @__PURE__ */ new Map([["", root]]);
	for (const { path, type, sha } of listed) if (type === "tree") ids.set(path, sha);
	const folders = new Map([...ids.values()].map((id) => [id, []]));
	for (const [path, entries] of Map.groupBy(listed, (one) => one.path.slice(0, Math.max(0, one.path.lastIndexOf("/"))))) {
		const id = ids.get(path);
		if (id !== void 0) folders.set(id, entries.map((one) => ({
			...one,
			name: one.path.slice(path === "" ? 0 : path.length + 1)
		})));
	}
	return folders;
}
function treeId(entries, length) {
	const parts = entries.map(({ name, mode, type, sha }) => ({
		order: Buffer.from(type === "tree" ? `${name}/` : name),
		bytes: Buffer.concat([Buffer.from(`${mode.replace(/^0+/, "")} ${name}\0`), Buffer.from(sha, "hex")])
	})).toSorted((one, other) => Buffer.compare(one.order, other.order)).map(({ bytes }) => bytes);
	const content = Buffer.concat(parts);
	return createHash(length === 64 ? "sha256" : "sha1").update(`tree ${content.length}\0`).update(content).digest("hex");
}

// src/hosts/github/derive-tree.ts
function deriveTree(listed, changed, { root, files }) {
	const entries = new Map(listed.flatMap((entry) => entry.type === "tree" ? [] : [[entry.path, entry]]));
	const before = new Map(entries);
	for (const { path, previousPath, status } of changed) {
		if (previousPath !== void 0) entries.delete(previousPath);
		if (status === "removed") entries.delete(path);
	}
	for (const { path, previousPath, status } of changed) {
		if (status === "removed") continue;
		const found = files.get(path);
		if (found === void 0) return void 0;
		const mode = before.get(previousPath ?? path)?.mode ?? "100644";
		entries.set(path, {
			path,
			mode,
			type: "blob",
			sha: found.id,
			size: found.bytes
		});
	}
	const touched = new Set(changed.flatMap(({ path, previousPath }) => [path, ...previousPath === void 0 ? [] : [previousPath]]));
	const folders = new Map(listed.flatMap(({ path, type, sha }) => type === "tree" ? [[path, sha]] : []));
	return rootOf([...entries.values()], folders, touched, root.length) === root ? [...entries.values()] : void 0;
}
function rootOf(entries, folders, touched, length) {
	const stale = new Set([...touched].flatMap(foldersAbove));
	const held = new Map([...stale].map((folder) => [folder, /* @__PURE__ */ new Map()]));
	for (const entry of entries) for (const folder of foldersAbove(entry.path)) {
		const name = entry.path.slice(folder === "" ? 0 : folder.length + 1);
		const end = name.indexOf("/");
		if (end < 0) held.get(folder)?.set(name, {
			...entry,
			name
		});
		else {
			const below = {
				name: name.slice(0, end),
				mode: "040000",
				type: "tree",
				sha: ""
			};
			if (held.get(folder)?.has(below.name) === false) held.get(folder)?.set(below.name, below);
		}
	}
	const idOf = (folder) => {
		const known = stale.has(folder) ? void 0 : folders.get(folder);
		const prefix = folder === "" ? "" : `${folder}/`;
		const within = [...held.get(folder)?.values() ?? []];
		return known ?? treeId(within.map((entry) => entry.type === "tree" ? {
			...entry,
			sha: idOf(prefix + entry.name)
		} : entry), length);
	};
	return idOf("");
}
function foldersAbove(path) {
	const names = path.split("/").slice(0, -1);
	return ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
}

// src/hosts/github/query-folders.ts
const sizes = {
	alone: 1,
	deep: 4
};
const mostOfQuery = 200;
const entryFields = "name mode type oid size";
const listings = {
	alone: `oid entries { ${entryFields} }`,
	deep: `oid entries { ${entryFields} object { ... on Tree { oid entries { ${entryFields} object { ... on Tree { oid entries { ${entryFields} } } } } } } }`
};
const listing = lazy(() => object({
	oid: string().optional(),
	entries: array(entry).optional()
}));
const entry = object({
	name: string(),
	mode: number(),
	type: string(),
	oid: string(),
	size: number(),
	object: listing.nullish()
});
const answer$2 = object({ repository: record(string(), listing.nullable()) });
async function queryFolders(door, repository, named, known) {
	const [owner = "", name = ""] = repository.split("/");
	const ids = /* @__PURE__ */ new Map();
	const take = ({ oid, entries }) => {
		if (oid === void 0 || entries === void 0) return;
		known.set(oid, entries.map(entryOf$2));
		for (const { object } of entries) if (object !== null && object !== void 0) take(object);
	};
	let queries = 0;
	for (const part of partsOf(named)) {
		if (!door.isOpen()) break;
		const objects = part.map(([one, how], i) => `d${i}: object(expression: ${JSON.stringify(one)}) { ...${how} }`);
		const hows = new Set(part.map(([, how]) => how));
		const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${objects.join("\n")}
}
}
${[...hows].map((how) => `fragment ${how} on Tree { ${listings[how]} }`).join("\n")}`;
		queries += 1;
		const answered = await door.ask(query, {
			owner,
			name
		});
		if (answered.kind === "refused") {
			door.shut(answered.refusal.message);
			break;
		}
		const read = answer$2.safeParse(answered.value.data);
		if (!read.success || answered.value.errors.length > 0) break;
		for (const [index, [one]] of part.entries()) {
			const found = read.data.repository[`d${index}`];
			if (found === void 0 || found === null) continue;
			take(found);
			if (found.oid !== void 0) ids.set(one, found.oid);
		}
	}
	return {
		ids,
		queries
	};
}
function partsOf(named) {
	const parts = [];
	let left = 0;
	for (const one of named) {
		if (left < sizes[one[1]]) {
			parts.push([]);
			left = mostOfQuery;
		}
		parts.at(-1)?.push(one);
		left -= sizes[one[1]];
	}
	return parts;
}
function entryOf$2({ name, mode, type, oid, size }) {
	return {
		name,
		mode: mode.toString(8),
		type,
		sha: oid,
		size
	};
}

// src/hosts/github/read-early.ts
const entries = array(object({
	name: string(),
	mode: number(),
	oid: string(),
	size: number()
}));
const folder = object({
	oid: string().optional(),
	entries: entries.optional()
}).nullable();
const seen = object({
	oid: string(),
	byteSize: number().optional()
});
const answer$1 = object({ repository: record(string(), unknown()) });
const nothing = {
	texts: /* @__PURE__ */ new Map(),
	listed: []
};
async function readEarly(door, repository, { sha }, paths, aside) {
	const folders = [...new Set(paths.map(folderOf$1))];
	const [owner = "", name = ""] = repository.split("/");
	const at = (path, of = sha) => `object(expression: ${JSON.stringify(`${of}:${path}`)})`;
	const beside = aside === void 0 ? [] : ["", ...aside.paths].map((path) => at(path, aside.revision.sha));
	const query = `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${[
		...folders.map((path, index) => `d${index}: ${at(path)} { ...Listing }`),
		...paths.map((path, index) => `f${index}: ${at(path)} { ...Content }`),
		...beside.map((object, index) => `g${index}: ${object} { oid ... on Blob { byteSize } }`)
	].join("\n")}
}
}
fragment Listing on Tree { oid entries { name mode oid size } }
${contentOf$1}`;
	const answered = await door.ask(query, {
		owner,
		name
	});
	if (answered.kind === "refused") {
		if ([
			"permission",
			"missing",
			"rejected",
			"strange"
		].includes(answered.refusal.kind)) door.shut(answered.refusal.message);
		return nothing;
	}
	const read = answer$1.safeParse(answered.value.data);
	if (!read.success || answered.value.errors.length > 0) return nothing;
	const { repository: objects } = read.data;
	const texts = paths.flatMap((path, index) => {
		const listing = folder.safeParse(objects[`d${folders.indexOf(folderOf$1(path))}`]);
		if (!listing.success) return [];
		const found = listing.data?.entries?.find((one) => one.name === path.slice(path.lastIndexOf("/") + 1));
		if (found === void 0 || found.mode === 16384) return [[path, { kind: "absent" }]];
		const entry = {
			path,
			mode: modeOf(found.mode.toString(8)),
			id: found.oid,
			bytes: found.size
		};
		const text = refusalOf(entry) ?? textById(found.oid, objects[`f${index}`]);
		return text === void 0 ? [] : [[path, text]];
	});
	const glimpse = glimpseOf(aside?.paths, objects);
	const listed = folders.flatMap((path, index) => {
		const { oid, entries: held } = folder.safeParse(objects[`d${index}`]).data ?? {};
		return oid === void 0 || held === void 0 ? [] : [{
			named: `${sha}:${path}`,
			id: oid,
			entries: held.map(entryOf$1)
		}];
	});
	return {
		texts: new Map(texts),
		listed,
		...glimpse !== void 0 && { glimpse }
	};
}
function entryOf$1({ name, mode, oid, size }) {
	const type = mode === 16384 ? "tree" : mode === 57344 ? "commit" : "blob";
	return {
		name,
		mode: mode.toString(8),
		type,
		sha: oid,
		size
	};
}
function glimpseOf(paths = [], objects) {
	const [root, ...found] = ["", ...paths].map((_, index) => seen.safeParse(objects[`g${index}`]).data);
	const files = found.flatMap((one, index) => one?.byteSize === void 0 ? [] : [[paths[index] ?? "", {
		id: one.oid,
		bytes: one.byteSize
	}]]);
	return root === void 0 ? void 0 : {
		root: root.oid,
		files: new Map(files)
	};
}
function folderOf$1(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function modeOf(mode) {
	if (mode === "120000") return "symlink";
	return mode === "160000" ? "submodule" : "file";
}

// src/hosts/github/github-trees.ts
const mostRequests = 300;
function openGitHubTrees(connection, door) {
	const trees = /* @__PURE__ */ new Map();
	const wholes = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	let walking = Promise.resolve();
	const list = async (id, recursive) => orProblem(connection, {
		what: `The files at ${id.slice(0, 12)}`,
		permission: "contents: read"
	}, await connection.ask(treeAnswer, async (octokit, where) => {
		const { data } = await octokit.rest.git.getTree({
			...where,
			tree_sha: id,
			...recursive ? { recursive: "1" } : {}
		});
		return data;
	}));
	const waiting = /* @__PURE__ */ new Map();
	const ids = /* @__PURE__ */ new Map();
	const expect = (sha, touched) => {
		for (const one of [`${sha}:`, ...foldersOf(sha, touched)]) if (!ids.has(one)) waiting.set(one, "alone");
	};
	const readTree = async (sha, touched) => {
		expect(sha, touched);
		const whole = await once(wholes, sha, () => list(sha, true));
		return whole.truncated ? walk(sha, whole) : treeOf(whole.tree);
	};
	const walk = (sha, cut) => {
		for (const id of takeWholeFolders(cut.tree, known)) waiting.set(id, "deep");
		const walked = walking.then(() => walkTree(sha));
		walking = walked.catch(() => void 0);
		return walked;
	};
	const walkTree = async (sha) => {
		const roots = [...ids].flatMap(([named, id]) => named.endsWith(":") ? [id] : []);
		for (const id of roots.flatMap((one) => gatherFiles(one, known).missing)) waiting.set(id, "deep");
		const first = [...waiting].filter(([one]) => !known.has(one) && !ids.has(one));
		waiting.clear();
		const answered = await queryFolders(door, connection.repository, first, known);
		for (const [named, id] of answered.ids) ids.set(named, id);
		let asked = answered.queries;
		let root = ids.get(`${sha}:`);
		if (root === void 0) {
			root = sha;
			known.set(sha, folderOf(await list(sha, false)));
		}
		const ways = ["deep", "alone"];
		for (;;) {
			const { entries, missing } = gatherFiles(root, known);
			const [next] = missing;
			if (next === void 0) return treeOf(entries);
			if (asked > mostRequests) throw tooLarge(sha, `it takes more than ${mostRequests} requests`);
			const [way] = ways;
			if (way !== void 0 && door.isOpen()) {
				const named = missing.map((id) => [id, way]);
				asked += (await queryFolders(door, connection.repository, named, known)).queries;
				if (!known.has(next)) ways.shift();
				continue;
			}
			const below = await list(next, true);
			asked += 1;
			if (below.truncated) takeWholeFolders(below.tree, known);
			else for (const [id, held] of foldersIn(next, below.tree)) known.set(id, held);
			if (known.has(next)) continue;
			asked += 1;
			known.set(next, folderOf(await list(next, false)));
		}
	};
	const folder = (id) => once(folders, id, () => list(id, false));
	return {
		tree: ({ sha }, touched = []) => once(trees, sha, () => readTree(sha, touched)),
		derive: ({ sha }, from, changed, seen) => once(trees, sha, async () => {
			expect(sha, touchedBy(changed));
			const whole = await once(wholes, from.sha, () => list(from.sha, true));
			if (whole.truncated && door.isOpen()) return walk(sha, whole);
			const derived = whole.truncated ? void 0 : deriveTree(whole.tree, changed, seen);
			return derived === void 0 ? readTree(sha, touchedBy(changed)) : treeOf(derived);
		}),
		know: (listed) => {
			for (const { named, id, entries } of listed) {
				known.set(id, entries);
				ids.set(named, id);
			}
		},
		isAsked: ({ sha }) => trees.has(sha),
		async entry({ sha }, path) {
			const whole = trees.get(sha);
			if (whole !== void 0) return (await whole).get(path);
			const names = path.split("/");
			let at = sha;
			for (const name of names.slice(0, -1)) {
				const next = (await folder(at)).tree.find((entry) => entry.path === name);
				if (next?.type !== "tree") return void 0;
				at = next.sha;
			}
			const found = (await folder(at)).tree.find((entry) => entry.path === names.at(-1) && entry.type !== "tree");
			return found === void 0 ? void 0 : entryOf({
				...found,
				path
			});
		}
	};
}
function touchedBy(changed) {
	return changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [path] : [path, previousPath]);
}
function foldersOf(sha, paths) {
	const folders = paths.flatMap((path) => {
		const names = path.split("/").slice(0, -1);
		return names.map((_, index) => `${sha}:${names.slice(0, index + 1).join("/")}`);
	});
	return [...new Set(folders)];
}
function folderOf({ tree }) {
	return tree.map((entry) => ({
		...entry,
		name: entry.path
	}));
}
function treeOf(listed) {
	return new Map(listed.flatMap((entry) => entry.type === "tree" ? [] : [[entry.path, entryOf(entry)]]));
}
function entryOf({ path, mode, sha, size }) {
	return {
		path,
		mode: modeOf(mode),
		id: sha,
		bytes: size ?? 0
	};
}
function tooLarge(sha, why) {
	return new ProblemError({
		reason: "files",
		what: `The files at ${sha.slice(0, 12)} are too many to read through the API: ${why}.`,
		fix: "Run `promptgate review` on a checkout instead."
	});
}
function once(kept, key, make) {
	const held = kept.get(key) ?? make();
	kept.set(key, held);
	return held;
}

// src/hosts/github/create-github-host.ts
function createGitHubHost(connection, occasion) {
	const door = openGraphQLDoor(connection);
	const trees = openGitHubTrees(connection, door);
	const readBlob = createBlobReader(connection, door);
	const blobs = /* @__PURE__ */ new Map();
	const contents = /* @__PURE__ */ new Map();
	const text = async (revision, path, keep) => {
		if (!isInside(path)) return {
			kind: "refused",
			why: "it is no path inside the repository"
		};
		const entry = await trees.entry(revision, path);
		if (entry === void 0) return { kind: "absent" };
		const key = `${entry.mode} ${entry.id}`;
		const read = blobs.get(key) ?? readBlob(entry);
		if (keep) blobs.set(key, read);
		return read;
	};
	let comparison;
	let glimpse;
	const compared = (asked) => {
		comparison ??= compare(connection, asked);
		return comparison;
	};
	return {
		async pullRequest() {
			switch (occasion.kind) {
				case "nothing": return { nothing: occasion.why };
				case "unreadable": throw new ProblemError({
					reason: "files",
					what: `What to compare is not known: ${occasion.why}.`,
					fix: "Run the action on an event as GitHub sends it (GITHUB_EVENT_PATH)."
				});
				case "alone": {
					const { head, fork } = occasion;
					return {
						tip: head,
						base: head,
						head,
						fork
					};
				}
				case "after-run": return (await compared(await findPullRequest(connection, occasion))).pull;
				case "compare": return (await compared(occasion)).pull;
			}
		},
		async changedFiles(pull) {
			const known = occasion.kind === "compare" ? await compared(occasion) : await comparison;
			return (known?.pull.base.sha === pull.base.sha && known.pull.head.sha === pull.head.sha ? known?.files : void 0) ?? listChangedFiles(connection, pull, trees.tree);
		},
		tree: async (revision) => {
			const { pull, files = [] } = (comparison === void 0 ? void 0 : await comparison) ?? {};
			if (pull !== void 0 && glimpse !== void 0 && revision.sha === pull.head.sha) return trees.derive(revision, pull.base, files, glimpse);
			return trees.tree(revision, touchedBy(files));
		},
		text: (revision, path) => text(revision, path, true),
		async bytes(revision, path) {
			if (!isInside(path)) return {
				kind: "refused",
				why: "it is no path inside the repository"
			};
			const entry = await trees.entry(revision, path);
			if (entry === void 0) return { kind: "absent" };
			const read = contents.get(entry.id) ?? readBytes(connection, entry);
			contents.set(entry.id, read);
			return read;
		},
		async texts(revision, paths) {
			const early = !trees.isAsked(revision) && door.isOpen() && paths.length <= fewPaths ? await readEarly(door, connection.repository, revision, paths.filter(isInside), aside(await comparison)) : void 0;
			trees.know(early?.listed.filter(({ named }) => isTop(named)) ?? []);
			glimpse ??= early?.glimpse;
			return new Map(await Promise.all(paths.map(async (path) => [path, early?.texts.get(path) ?? await text(revision, path, false)])));
		}
	};
}
function aside(known) {
	const files = known?.files?.filter(({ status }) => status !== "removed");
	if (known === void 0 || files === void 0 || files.length > mostSeen) return void 0;
	return {
		revision: known.pull.head,
		paths: files.map(({ path }) => path)
	};
}
function isTop(named) {
	return /:(?:\.github)?$/u.test(named);
}
const mostSeen = 100;
const fewPaths = 20;
function isInside(path) {
	return !path.includes("\0") && !path.startsWith("/") && !path.split("/").includes("..");
}
async function compare(connection, { number, queued, base, policy, head, fork }) {
	const [answer, tip] = await Promise.all([connection.ask(comparisonAnswer, async (octokit, where) => {
		const basehead = `${base.name}...${head.sha}`;
		return (await octokit.rest.repos.compareCommitsWithBasehead({
			...where,
			basehead,
			per_page: 1,
			page: 1
		})).data;
	}), policy === void 0 ? void 0 : tipOf(connection, policy)]);
	const read = orProblem(connection, {
		what: `The comparison of ${JSON.stringify(base.name)} with ${head.sha.slice(0, 12)}`,
		permission: "contents: read"
	}, answer);
	const pull = {
		...number === void 0 ? {} : { number },
		...queued === void 0 ? {} : { queued },
		tip: {
			sha: tip ?? read.base_commit.sha,
			ref: policy ?? base.ref
		},
		base: {
			sha: read.merge_base_commit.sha,
			ref: base.ref
		},
		head,
		fork
	};
	const listed = filesAnswer.safeParse(read.files);
	return {
		pull,
		files: listed.success && listed.data.length < 300 ? readChanges(listed.data) : void 0
	};
}
async function tipOf(connection, branch) {
	const answer = await connection.ask(refAnswer, async (octokit, where) => (await octokit.rest.git.getRef({
		...where,
		ref: `heads/${branch}`
	})).data);
	return orProblem(connection, {
		what: `The branch ${JSON.stringify(branch)}`,
		permission: "contents: read"
	}, answer).object.sha;
}

// src/hosts/github/is-queued-fork.ts
const repository$1 = object({ full_name: string() }).nullable();
const answer = object({
	user: object({ login: string() }).nullable(),
	base: object({ repo: repository$1 }),
	head: object({ repo: repository$1 })
});
async function isQueuedFork(connection, number) {
	if (number === void 0) return true;
	const asked = await connection.ask(answer, async (octokit, where) => (await octokit.rest.pulls.get({
		...where,
		pull_number: number
	})).data);
	if (asked.kind === "refused") return true;
	const { user, base, head } = asked.value;
	return head.repo?.full_name !== base.repo?.full_name || user?.login === "dependabot[bot]";
}

// src/hosts/github/read-event.ts
const objectId = string().regex(/^[0-9a-f]{40,64}$/);
const pullRequest = object({
	action: string().optional(),
	pull_request: object({
		number: int().positive(),
		state: string(),
		base: object({
			ref: string().min(1),
			repo: object({ full_name: string() })
		}),
		head: object({
			sha: objectId,
			ref: string(),
			repo: object({ full_name: string() }).nullable()
		})
	}),
	sender: object({ login: string() }).nullish()
});
const mergeGroup = object({
	action: string().optional(),
	merge_group: object({
		head_sha: objectId,
		head_ref: string(),
		base_sha: objectId,
		base_ref: string().min(1)
	})
});
const repository = object({
	full_name: string(),
	owner: object({ login: string() })
});
const workflowRun = object({
	workflow_run: object({
		event: string(),
		head_sha: objectId,
		head_branch: string().nullable(),
		head_repository: repository.nullable()
	}),
	repository,
	sender: object({ login: string() }).nullish()
});
const push = object({
	ref: string(),
	before: objectId,
	after: objectId,
	deleted: boolean().optional(),
	sender: object({ login: string() }).nullish()
});
function readEvent(name, payload, context = {}) {
	switch (name) {
		case "pull_request":
		case "pull_request_target": return read(name, pullRequest, payload, (event) => ofPullRequest(event, context));
		case "merge_group": return read(name, mergeGroup, payload, ofMergeGroup);
		default: return context.alone === true ? ofCommit(name, context) : ofOthers(name, payload, context);
	}
}
function ofOthers(name, payload, context) {
	switch (name) {
		case "push": return read(name, push, payload, (event) => ofPush(event, context));
		case "workflow_run": return read(name, workflowRun, payload, (event) => ofWorkflowRun(event, context));
		case "workflow_dispatch":
		case "schedule": return ofRun(name, context);
		default: return {
			kind: "nothing",
			why: `the event ${name === "" ? "(none)" : name} has nothing to compare; run on pull_request, merge_group or push`
		};
	}
}
function read(name, schema, payload, then) {
	const parsed = schema.safeParse(payload);
	if (parsed.success) return then(parsed.data);
	const [first] = parsed.error.issues;
	return {
		kind: "unreadable",
		why: `the payload of ${name} has no usable ${first?.path.join(".") || "content"}`
	};
}
function ofPullRequest({ action, pull_request: pull, sender }, { actor }) {
	if (action === "closed" || pull.state === "closed") return {
		kind: "nothing",
		why: `pull request ${pull.number} is closed`
	};
	return {
		kind: "compare",
		number: pull.number,
		base: {
			name: pull.base.ref,
			ref: pull.base.ref
		},
		head: {
			sha: pull.head.sha,
			ref: pull.head.ref
		},
		fork: pull.head.repo?.full_name !== pull.base.repo.full_name || isDependabot(actor ?? sender?.login)
	};
}
function ofMergeGroup({ action, merge_group: group }) {
	if (action === "destroyed") return {
		kind: "nothing",
		why: "the merge group was taken apart"
	};
	const branch = group.base_ref.replace(/^refs\/heads\//, "");
	const number = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(group.head_ref)?.[1];
	return {
		kind: "compare",
		...number === void 0 ? {} : { number: Number(number) },
		queued: true,
		base: {
			name: group.base_sha,
			ref: branch
		},
		policy: branch,
		head: {
			sha: group.head_sha,
			ref: group.head_ref
		},
		fork: false
	};
}
function ofPush({ ref, before, after, deleted, sender }, { baseRef, actor }) {
	if (deleted === true || isZero(after)) return {
		kind: "nothing",
		why: `${ref} was deleted`
	};
	const head = {
		sha: after,
		ref: ref.replace(/^refs\/(heads|tags)\//, "")
	};
	const fork = isDependabot(actor ?? sender?.login);
	if (baseRef !== void 0 && baseRef !== head.ref) return {
		kind: "compare",
		base: {
			name: baseRef,
			ref: baseRef
		},
		head,
		fork
	};
	if (isZero(before)) return {
		kind: "nothing",
		why: `${ref} is new, so there is nothing before it; set base-ref to compare it with a branch`
	};
	return {
		kind: "compare",
		base: {
			name: before,
			ref: `${head.ref} before the push`
		},
		head,
		fork
	};
}
function ofWorkflowRun({ workflow_run: run, repository: ours, sender }, { actor }) {
	const { event, head_sha: sha, head_branch: ref, head_repository: theirs } = run;
	if (!event.startsWith("pull_request")) return {
		kind: "nothing",
		why: `this workflow_run follows a run on ${event}, which is of no pull request`
	};
	if (ref === null || theirs === null) return {
		kind: "unreadable",
		why: "this workflow_run follows a run whose branch or fork is gone"
	};
	const fork = theirs.full_name !== ours.full_name || isDependabot(actor ?? sender?.login);
	return {
		kind: "after-run",
		head: {
			sha,
			ref
		},
		owner: theirs.owner.login,
		fork
	};
}
function ofRun(name, { sha, ref, baseRef }) {
	if (baseRef === void 0) return {
		kind: "nothing",
		why: `${name} names nothing to compare with; set base-ref`
	};
	if (sha === void 0 || !objectId.safeParse(sha).success) return {
		kind: "unreadable",
		why: `${name} came without GITHUB_SHA`
	};
	return {
		kind: "compare",
		base: {
			name: baseRef,
			ref: baseRef
		},
		head: {
			sha,
			ref: (ref ?? sha).replace(/^refs\/(heads|tags)\//, "")
		},
		fork: false
	};
}
function ofCommit(name, { sha, ref, actor }) {
	if (sha === void 0 || !objectId.safeParse(sha).success) return {
		kind: "unreadable",
		why: `${name} came without GITHUB_SHA`
	};
	return {
		kind: "alone",
		head: {
			sha,
			ref: (ref ?? sha).replace(/^refs\/(heads|tags)\//, "")
		},
		fork: isDependabot(actor)
	};
}
function isDependabot(login) {
	return login === "dependabot[bot]";
}
function isZero(sha) {
	return /^0+$/.test(sha);
}

// src/wire/open-handed-over.ts
function openHandedOver({ "rendered-old": old, "rendered-new": next }, { workspace, run }, privileged) {
	if (old === void 0 && next === void 0) return void 0;
	const readAll = async () => {
		const { readHandedOver } = await import("./chunks/read-handed-over.js");
		return {
			...old !== void 0 && { old: await readHandedOver(workspace, old) },
			...next !== void 0 && { new: await readHandedOver(workspace, next) }
		};
	};
	let held;
	const read = () => {
		held ??= readAll();
		return held;
	};
	return {
		read,
		handedOver: async (pull) => {
			const sides = await read();
			const ownRun = privileged ? run.id.split("/", 1)[0] : void 0;
			const notes = tellHandedOver(pull, sides, ownRun);
			return {
				fresh: new Set(privileged ? [] : sides.new?.texts.keys()),
				notes
			};
		}
	};
}

// src/wire/runner-github.ts
const HURRIED_MS = 4e3;
function openRunnerGitHub(runner, inputs, { signal }, { say, secondMs, requestMs }) {
	const github = {
		token: inputs["github-token"] ?? "",
		apiUrl: runner.apiUrl,
		repository: runner.repository,
		say,
		secondMs,
		requestMs
	};
	const reading = connectGitHub({
		...github,
		signal,
		deadline: deadlineOf(inputs, secondMs)
	});
	const occasion = occasionOf(runner, inputs);
	const privileged = runner.event.name === "pull_request_target" || runner.event.name === "workflow_run";
	const handing = openHandedOver(inputs, runner, privileged);
	const plain = createGitHubHost(reading, occasion);
	return {
		host: handing === void 0 ? plain : withHandedOver(plain, handing.read),
		connection: connectGitHub({
			...github,
			signal: laterThan(signal, HURRIED_MS)
		}),
		hurriedForum: (ending) => {
			const soon = AbortSignal.timeout(HURRIED_MS);
			const ends = ending === void 0 ? soon : AbortSignal.any([soon, ending]);
			return createGitHubForum(connectGitHub({
				...github,
				signal: ends,
				patience: 0
			}));
		},
		isFork: async () => "fork" in occasion && (occasion.fork || "queued" in occasion && await isQueuedFork(reading, occasion.number)),
		privileged,
		handing
	};
}
function occasionOf({ event, sha, ref, actor }, inputs) {
	const baseRef = inputs["base-ref"];
	return readEvent(event.name, event.payload, {
		sha,
		ref,
		actor,
		...baseRef === void 0 ? {} : { baseRef },
		...inputs.mode === "review" || inputs.mode === "compare" ? {} : { alone: true }
	});
}
function deadlineOf({ timeout }, secondMs) {
	const limitMs = timeout ?? configSchema.shape.timeout.parse(void 0);
	return {
		at: performance.now() + limitMs * secondMs / 1e3,
		words: `the run's time of ${Math.round(limitMs / 6e3) / 10} min (\`timeout\`)`
	};
}
function laterThan(signal, ms) {
	const later = new AbortController();
	signal.addEventListener("abort", () => setTimeout(() => later.abort(signal.reason), ms).unref(), { once: true });
	return later.signal;
}

// src/wire/runner-stage.ts
function openStage(runner, signal) {
	const secrets = /* @__PURE__ */ new Set();
	const clean = (text) => redact(text, secrets);
	const log = createLog(runner.print);
	const say = (line) => log.say(clean(line));
	let isWordLeft = false;
	return {
		hide: (secret) => {
			if (secret === void 0 || secret === "") return;
			runner.mask(secret);
			secrets.add(secret);
		},
		say,
		stage: {
			setOutput: runner.setOutput,
			writeSummary: runner.writeSummary,
			annotate: (annotation) => runner.annotate({
				...annotation,
				message: clean(annotation.message)
			}),
			writeFile: runner.writeFile,
			writeInWorkspace: async (path, pieces) => {
				const { writeInFolder } = await import("./chunks/write-in-folder.js");
				return writeInFolder(runner.workspace, path, pieces);
			},
			keepReport: async (name, files) => {
				const { keepReport } = await import("./chunks/keep-report.js");
				return keepReport(name, files, runner.run.url, say, signal);
			},
			redact: clean,
			loadPage,
			say,
			leaveLastWord: (word) => {
				if (word !== void 0 || isWordLeft) runner.saveState("comment", word === void 0 ? "" : JSON.stringify(word));
				isWordLeft = word !== void 0;
			}
		}
	};
}

// src/wire/watch-progress.ts
function watchProgress(progress, clock) {
	let [began, state] = [0, void 0];
	let forecast;
	return {
		progress: {
			...progress,
			forecast: (line) => {
				forecast = line;
			},
			update: (now) => {
				if (state === void 0) began = clock.monotonic();
				state = now;
				progress.update(now);
			}
		},
		howFar: () => {
			if (state === void 0) return void 0;
			return {
				state,
				elapsedMs: clock.monotonic() - began,
				...forecast === void 0 ? {} : { forecast }
			};
		}
	};
}

// src/wire/wire-run-alerts.ts
function wireRunAlerts(inputs, runner, place) {
	const { connection, say } = place;
	const warn = (message) => runner.annotate({
		level: "warning",
		title: "Promptgate",
		message
	});
	return {
		...wireAlerts({
			...place,
			issues: createGitHubIssues(connection)
		}),
		kept: openAlertState(inputs, {
			...place,
			warn,
			workspace: runner.workspace
		}),
		place: {
			run: runner.run.url,
			repository: runner.repository
		},
		warn,
		say
	};
}
function openAlertState({ history, mode, name }, place) {
	if (history !== void 0 && !(mode === "drift" && history === "artifact")) return openKeptText(join(place.workspace, `${history}.alerts.json`));
	if (place.artifacts !== void 0) return textInArtifact(artifactName("promptgate-alerts", "json", name), place.artifacts, {
		whyNone: whyNoAlertState,
		warn: place.warn
	});
	const wait = (attempt) => place.clock.sleep(attempt * (200 + 300 * Math.random()));
	const branch = openHistoryBranch(place.connection, wait);
	const file = `alerts-${mode}${name === void 0 ? "" : `-${hash(name).slice(0, 12)}`}.json`;
	return {
		read: () => branch.readFile(file),
		write: (text) => branch.replaceFile(file, text, "Keep who was told of an alert")
	};
}

// src/wire/wire-action.ts
const LOG_EVERY_MS = 1e4;
function wireAction(runner, inputs, surroundings, { clock, ...pace } = usualPace) {
	const startedAt = clock.monotonic();
	const shown = openStage(runner, surroundings.signal);
	const { hide, say, stage } = shown;
	hide(inputs["api-key"]);
	hide(inputs["github-token"]);
	const github = openRunnerGitHub(runner, inputs, surroundings, {
		...pace,
		say
	});
	const wiring = {
		runner,
		inputs,
		surroundings,
		clock,
		github,
		shown
	};
	const { host, connection, privileged, handing } = github;
	const asking = wireAsking(wiring, startedAt);
	const indexes = createFileIndexes(runner, inputs, surroundings.env);
	const sandbox = createSandbox();
	return {
		host,
		privileged,
		stage,
		clock,
		sandbox,
		words,
		tool,
		loadPrices,
		suggestSuccessors,
		...asking.ports,
		...wireSchedule(wiring),
		forum: createGitHubForum(connection),
		issues: createGitHubIssues(connection),
		hurriedForum: github.hurriedForum,
		breathe: createBreathe(surroundings.signal),
		deciding: createDeciding(surroundings.signal),
		begin: memory.begin,
		expect: memory.plan,
		loadRetirements: (settings) => loadRetirements(settings, inputs, surroundings),
		openIndex: indexes.open,
		close: async () => {
			await indexes.close();
			sandbox.close();
			await asking.close();
		},
		sealOf: (settings) => sealOf(settings, wiring),
		run: runner.run,
		readFile: readFileIn(runner.workspace, true),
		...handing === void 0 ? {} : { handedOver: handing.handedOver }
	};
}
function wireAsking({ runner, inputs, surroundings, clock, github, shown }, startedAt) {
	const { env } = surroundings;
	const { progress, howFar } = watchProgress(createPlainProgress(shown.say, clock, LOG_EVERY_MS), clock);
	const held = new HeldBytes();
	const place = {
		held,
		inputs,
		surroundings,
		progress,
		clock,
		startedAt,
		shedKeys,
		...inputs.mode === "monitor" ? { store: ":memory:" } : {
			store: storeOnRunner(env),
			beforeStore: (settings) => restoreKept(settings, runner, env, progress)
		},
		sealed: true,
		workspace: runner.workspace,
		hide: shown.hide,
		programs: (settings) => programPlace(settings, {
			host: github.host,
			isFork: github.isFork,
			workspace: runner.workspace,
			temp: env["RUNNER_TEMP"]
		})
	};
	const { open, close } = openSessions((settings, calls) => openAsking(settings, calls, place));
	const keyed = (settings, name) => hasKey(settings, name, inputs, env);
	return {
		ports: {
			held,
			progress,
			howFar,
			hasKey: keyed,
			openAsking: open
		},
		close
	};
}
function wireSchedule(wiring) {
	const { runner, inputs, surroundings, clock, github, shown } = wiring;
	const { connection } = github;
	const { hide, say } = shown;
	const { workspace, event, ref } = runner;
	const [id = 0, attempt = 1] = runner.run.id.split("/").map(Number);
	const drift = openDriftHistory(inputs, {
		workspace,
		connection,
		clock,
		event,
		ref,
		run: {
			id,
			attempt
		}
	});
	return {
		openDriftHistory: drift.openDriftHistory,
		elsewhere: drift.elsewhere,
		...drift.ofPull === void 0 ? {} : { ofPull: drift.ofPull },
		monitor: wireMonitor(workspace, inputs.history),
		pullOffered: (missed) => {
			const { apiUrl: GITHUB_API_URL, repository: GITHUB_REPOSITORY } = runner;
			const env = {
				GITHUB_TOKEN: inputs["github-token"] ?? "",
				GITHUB_REPOSITORY,
				GITHUB_API_URL
			};
			return unlessRefused(wirePullOffered({
				env,
				signal: surroundings.signal
			}), missed);
		},
		alertsOf: (settings) => {
			const place = {
				env: surroundings.env,
				clock,
				hide,
				say,
				connection,
				seal: sealOf(settings, wiring)
			};
			const isInArtifact = inputs.mode === "drift" && settings.drift.history === "artifact";
			return wireRunAlerts(inputs, runner, {
				...place,
				...isInArtifact ? { artifacts: drift.artifacts } : {}
			});
		}
	};
}
function sealOf(settings, { inputs, surroundings }) {
	return createSeal(keysHeld(settings, inputs, surroundings.env), "comment");
}
const usualPace = {
	clock: systemClock,
	secondMs: 1e3,
	requestMs: 15e3
};

// src/action.ts
const stop = new AbortController();
let isHeeding = false;
function heedCancel() {
	if (isHeeding) return;
	isHeeding = true;
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort(/* @__PURE__ */ new Error("the run was cancelled")));
}
takeHandedOver();
const runner = await openRunner();
let open = false;
try {
	const given = {
		...runner,
		tool,
		startedAt: Date.now()
	};
	open = await runAction(given, (inputs) => wireAction(runner, inputs, {
		env: process.env,
		signal: stop.signal,
		heedCancel
	}), stop.signal);
} catch (fault) {
	try {
		runner.setOutput("verdict", "invalid");
	} catch {}
	const told = fault instanceof Error ? fault.stack ?? fault.message : String(fault);
	runner.annotate({
		level: "error",
		title: "Promptgate",
		message: `A fault of Promptgate's own, which decides nothing about your prompts. Please report it: ${told}`
	});
}
await flushOutput();
process.exit(open && !stop.signal.aborted ? 0 : 1);

export {  };