import "./rolldown-runtime.js";
import { t as parseReport } from "./parse-report.js";
import { r as writeTerminal } from "./terminal.js";
import { i as textBesideMarker } from "./marker.js";
import { D as tuple, E as string, O as union, P as prettifyError, T as strictObject, b as number, d as boolean, g as json$2, h as int, i as _enum, j as ZodError, l as array, o as _null, u as base64, v as literal, w as record, x as object, y as looseObject } from "./zod.js";
import { t as estimateTokenCount } from "./dist.js";
import { t as require_dist } from "./dist2.js";
import { t as checkTargets } from "./check-targets.js";
import { t as exits } from "./exits.js";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { createHash, createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { execFile, spawn } from "node:child_process";

// src/embedded/github/endpoint.ts
function allows(granted, needed) {
	return granted === "write" || granted === needed;
}
const manual = "https://docs.github.com/rest";
function refuse$1(status, message, more = {}) {
	return {
		kind: "one",
		status,
		body: {
			message,
			documentation_url: manual,
			status: String(status),
			...more
		}
	};
}
const notFound = refuse$1(404, "Not Found");
function found(body, status = 200) {
	return {
		kind: "one",
		status,
		body
	};
}
async function receive(request) {
	return readJson(await readAll(request));
}
async function readAll(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString("utf8");
}
function readJson(text) {
	if (text === "") return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
function send$3(response, answer, headers) {
	const { status, body } = answer.kind === "one" ? answer : {
		status: 200,
		body: answer.items
	};
	const content = body === void 0 ? void 0 : JSON.stringify(body);
	response.writeHead(status, {
		...content === void 0 ? {} : { "content-type": "application/json; charset=utf-8" },
		...answer.kind === "one" ? answer.headers : {},
		...headers
	});
	response.end(content);
	return status;
}

// src/embedded/github/identity.ts
function ownerOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
}
function numberOf(name) {
	let number = 7;
	for (const letter of name) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 100000007;
	return number + 1;
}
function nodeId(kind, of) {
	return `${kind}_${Buffer.from(String(of)).toString("base64url")}`;
}

// src/embedded/github/comparison-endpoints.ts
const pullFiles = 3e3;
const comparisonFiles = 300;
const newPull = object({
	title: string(),
	head: string(),
	base: string()
});
const comparisonEndpoints = [
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/pulls",
		needs: [["pull_requests", "read"]],
		async answer(world, { query }) {
			const open = [...world.state.pulls.values()].filter((pull) => (pull.state ?? "open") === "open");
			const owner = ({ headRepository = world.settings.repository }) => ownerOf(headRepository ?? "");
			const wanted = open.filter((pull) => query.head === void 0 || query.head === `${owner(pull)}:${pull.head}`);
			return {
				kind: "list",
				items: await Promise.all(wanted.map((pull) => describePull(world, pull)))
			};
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/pulls",
		needs: [["pull_requests", "write"]],
		async answer(world, { body }) {
			const { git, state } = world;
			const { title, head, base } = newPull.parse(body);
			if (await endsOf(world, base, head) === void 0 || await git.resolve(head) === await git.resolve(base)) return refuse$1(422, "Validation Failed");
			const number = 1 + Math.max(0, ...state.pulls.keys(), ...state.issues().map((issue) => issue.number));
			const pull = {
				number,
				title,
				head,
				base,
				author: state.viewer
			};
			state.pulls.set(number, pull);
			return found(await describePull(world, pull), 201);
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/pulls/{pull_number}",
		needs: [["pull_requests", "read"]],
		async answer(world, { path }) {
			const pull = world.state.pulls.get(Number(path.pull_number));
			return pull === void 0 ? notFound : found(await describePull(world, pull));
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
		needs: [["pull_requests", "read"]],
		async answer(world, { path }) {
			const pull = world.state.pulls.get(Number(path.pull_number));
			const ends = pull && await endsOf(world, pull.base, pull.head);
			if (ends === void 0) return notFound;
			return {
				kind: "list",
				items: (await world.git.changes(ends.mergeBase, ends.head)).slice(0, pullFiles).map((change) => world.describe.diffEntry(change, ends.head))
			};
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/compare/{basehead}",
		needs: [["contents", "read"]],
		async answer(world, { path, query }) {
			const [from = "", to = ""] = (path.basehead ?? "").split("...");
			const [base, head] = [await world.git.resolve(from), await world.git.resolve(to)];
			if (base === void 0 || head === void 0) return notFound;
			const mergeBase = await world.git.mergeBase(base, head);
			if (mergeBase === void 0) return refuse$1(404, `No common ancestor between ${from} and ${to}.`);
			return found(await compare(world, {
				base,
				head,
				mergeBase
			}, query));
		}
	}
];
async function compare(world, { base, head, mergeBase }, query) {
	const { git, describe } = world;
	const [ahead, behind] = [await git.commitsBetween(base, head), await git.commitsBetween(head, base)];
	const page = Number(query.page ?? 1);
	const perPage = Number(query.per_page ?? (query.page === void 0 ? 250 : 30));
	const shown = ahead.slice((page - 1) * perPage, page * perPage);
	const changes = page === 1 ? await git.changes(mergeBase, head) : [];
	const compared = `${base}...${head}`;
	return {
		url: `${describe.at}/compare/${compared}`,
		html_url: `${describe.page}/compare/${compared}`,
		permalink_url: `${describe.page}/compare/${compared}`,
		diff_url: `${describe.page}/compare/${compared}.diff`,
		patch_url: `${describe.page}/compare/${compared}.patch`,
		base_commit: describe.commit(await git.commit(base)),
		merge_base_commit: describe.commit(await git.commit(mergeBase)),
		status: statusOf$1(ahead.length, behind.length),
		ahead_by: ahead.length,
		behind_by: behind.length,
		total_commits: ahead.length,
		commits: (await Promise.all(shown.map(git.commit))).map(describe.commit),
		files: changes.slice(0, comparisonFiles).map((change) => describe.diffEntry(change, head))
	};
}
function statusOf$1(ahead, behind) {
	if (ahead > 0 && behind > 0) return "diverged";
	if (ahead > 0) return "ahead";
	return behind > 0 ? "behind" : "identical";
}
async function endsOf({ git }, baseRef, headRef) {
	const [base, head] = [await git.resolve(baseRef), await git.resolve(headRef)];
	const mergeBase = base && head && await git.mergeBase(base, head);
	return base && head && mergeBase ? {
		base,
		head,
		mergeBase
	} : void 0;
}
async function describePull(world, pull) {
	const ends = await endsOf(world, pull.base, pull.head);
	if (ends === void 0) throw new Error(`pull request ${pull.number}: no branch ${pull.base} or ${pull.head}, or nothing in common`);
	const changes = await world.git.changes(ends.mergeBase, ends.head);
	return world.describe.pull(pull, {
		base: ends.base,
		head: ends.head,
		labels: world.state.labels(pull.number),
		comments: world.state.comments(pull.number).length,
		commits: (await world.git.commitsBetween(ends.base, ends.head)).length,
		additions: changes.reduce((sum, change) => sum + change.additions, 0),
		deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
		changedFiles: changes.length,
		now: world.state.time()
	});
}

// src/embedded/github/git-objects.ts
const textBytes = 512e3;
function openGitObjects(git, most) {
	let taken = 0;
	const find = async ({ oid, expression }) => {
		taken += 1;
		if (taken > most) return {
			kind: "fault",
			type: "RESOURCE_LIMITS_EXCEEDED",
			message: "Resource limits for this query exceeded."
		};
		if (typeof oid !== "string" && typeof expression !== "string") return { kind: "nothing" };
		const named = await git.object(String(oid ?? expression));
		return named === void 0 ? { kind: "nothing" } : {
			kind: "node",
			node: await nodeOf(named.id, named.type)
		};
	};
	const nodeOf = async (id, type) => {
		const shown = {
			oid: () => ({
				kind: "scalar",
				value: id
			}),
			abbreviatedOid: () => ({
				kind: "scalar",
				value: id.slice(0, 7)
			})
		};
		switch (type) {
			case "blob": return {
				type: "Blob",
				also: ["GitObject", "Node"],
				fields: {
					...shown,
					...blobFields(await git.blob(id))
				}
			};
			case "tree": return {
				type: "Tree",
				also: ["GitObject", "Node"],
				fields: {
					...shown,
					entries: () => entriesOf(id)
				}
			};
			default: return {
				type: "Commit",
				also: ["GitObject", "Node"],
				fields: {
					...shown,
					tree: () => treeOf(id)
				}
			};
		}
	};
	const treeOf = async (commit) => {
		const { tree } = await git.commit(commit);
		return {
			kind: "node",
			node: await nodeOf(tree, "tree")
		};
	};
	const entriesOf = async (tree) => {
		return {
			kind: "list",
			nodes: (await git.tree(tree, false) ?? []).map(entryNode)
		};
	};
	const entryNode = ({ path, mode, type, id, bytes }) => {
		return {
			type: "TreeEntry",
			also: [],
			fields: {
				...Object.fromEntries(Object.entries({
					name: path,
					mode: Number.parseInt(mode, 8),
					type,
					oid: id,
					size: bytes ?? 0
				}).map(([name, value]) => [name, () => ({
					kind: "scalar",
					value
				})])),
				object: async () => type === "commit" ? { kind: "nothing" } : {
					kind: "node",
					node: await nodeOf(id, type)
				}
			}
		};
	};
	return { find };
}
function blobFields(content = Buffer.alloc(0)) {
	const isBinary = content.includes(0);
	const isTruncated = content.length > textBytes;
	return {
		byteSize: () => ({
			kind: "scalar",
			value: content.length
		}),
		isBinary: () => ({
			kind: "scalar",
			value: isBinary
		}),
		isTruncated: () => ({
			kind: "scalar",
			value: isTruncated
		}),
		text: () => ({
			kind: "scalar",
			value: isBinary ? null : readText(content.subarray(0, textBytes))
		})
	};
}
function readText(content) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(content);
	} catch {
		return new TextDecoder("windows-1252").decode(content);
	}
}

// src/embedded/github/parse-query.ts
const tokens = /\s+|,|#[^\n]*|(?<token>\.\.\.|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[_A-Za-z]\w*|[{}()[\]:!=$@|])/gy;
function parseQuery(text) {
	const read = [...tokenise(text)];
	let next = 0;
	const placeOf = (at) => {
		const before = text.slice(0, at).split("\n");
		return {
			line: before.length,
			column: (before.at(-1)?.length ?? 0) + 1
		};
	};
	const peek = () => read[next]?.text ?? "";
	const take = (wanted) => {
		const token = read[next];
		if (token === void 0 || wanted !== void 0 && token.text !== wanted) {
			const { line, column } = placeOf(token?.at ?? text.length);
			const found = token === void 0 ? "end of document" : JSON.stringify(token.text);
			throw new SyntaxError(`Expected ${wanted ?? "more"}, actual: ${found} at [${line}, ${column}]`);
		}
		next += 1;
		return token.text;
	};
	const skipPast = (last) => {
		while (take() !== last);
	};
	const argument = () => {
		const first = take();
		if (first === "$") return {
			kind: "variable",
			name: take()
		};
		return {
			kind: "value",
			value: readValue(first)
		};
	};
	const selection = () => {
		const at = placeOf(read[next]?.at ?? text.length);
		const first = take();
		if (first === "...") {
			if (peek() !== "on") return {
				kind: "spread",
				fragment: take()
			};
			take("on");
			return {
				kind: "on",
				type: take(),
				selections: selections()
			};
		}
		const aliased = peek() === ":";
		if (aliased) take(":");
		const name = aliased ? take() : first;
		const given = {};
		if (peek() === "(") {
			take("(");
			while (peek() !== ")") {
				const parameter = take();
				take(":");
				given[parameter] = argument();
			}
			take(")");
		}
		return {
			kind: "field",
			key: first,
			name,
			arguments: given,
			selections: peek() === "{" ? selections() : [],
			at
		};
	};
	const selections = () => {
		take("{");
		const all = [];
		while (peek() !== "}") all.push(selection());
		take("}");
		return all;
	};
	let asked;
	const fragments = /* @__PURE__ */ new Map();
	while (next < read.length) {
		if (peek() === "fragment") {
			take("fragment");
			const name = take();
			take("on");
			fragments.set(name, {
				kind: "on",
				type: take(),
				selections: selections()
			});
			continue;
		}
		if (peek() === "query") {
			take("query");
			if (/^\w/.test(peek())) take();
			if (peek() === "(") skipPast(")");
		}
		asked = selections();
	}
	if (asked === void 0) throw new SyntaxError("A query must be given");
	return {
		selections: asked,
		fragments
	};
}
function* tokenise(text) {
	tokens.lastIndex = 0;
	while (tokens.lastIndex < text.length) {
		const at = tokens.lastIndex;
		const found = tokens.exec(text);
		if (found === null) throw new SyntaxError(`Unexpected ${JSON.stringify(text[at])} at character ${at + 1}`);
		const token = found.groups?.["token"];
		if (token !== void 0) yield {
			text: token,
			at
		};
	}
}
function readValue(written) {
	if (written.startsWith("\"")) return String(JSON.parse(written));
	if (/^-?\d/.test(written)) return Number(written);
	if (written === "true" || written === "false") return written === "true";
	return written === "null" ? null : written;
}

// src/embedded/github/answer-query.ts
const request = object({
	query: string(),
	variables: record(string(), union([
		string(),
		number(),
		boolean(),
		_null()
	])).nullish()
});
async function answerQuery(body, world, rate) {
	const given = request.safeParse(body);
	if (!given.success) return refuse$1(400, "A query attribute must be specified and must be a string.");
	let query;
	try {
		query = parseQuery(given.data.query);
	} catch (error) {
		return {
			kind: "one",
			status: 200,
			body: { errors: [{ message: error instanceof Error ? error.message : String(error) }] }
		};
	}
	const { open, most } = {
		open: world.settings.graphql ?? true,
		most: world.settings.graphqlObjects ?? 5e3
	};
	const faults = [];
	const data = await createAnswering(query, given.data.variables ?? {}, faults).select(rootOf(world, rate, open, most), query.selections, []);
	const invalid = faults.filter(({ extensions }) => extensions !== void 0);
	if (invalid.length > 0) return {
		kind: "one",
		status: 200,
		body: { errors: invalid }
	};
	return {
		kind: "one",
		status: 200,
		body: {
			data: open ? data : null,
			...faults.length === 0 ? {} : { errors: faults }
		}
	};
}
function rootOf(world, rate, open, most) {
	const scalars = (type, values) => ({
		type,
		also: [],
		fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => ({
			kind: "scalar",
			value
		})]))
	});
	const forbidden = {
		kind: "fault",
		type: "FORBIDDEN",
		message: "Resource not accessible by integration"
	};
	return {
		type: "Query",
		also: [],
		fields: {
			viewer: () => {
				const login = world.state.viewer.replace(/\[bot\]$/, "");
				const node = scalars("User", {
					login,
					databaseId: numberOf(world.state.viewer)
				});
				return open ? {
					kind: "node",
					node
				} : forbidden;
			},
			rateLimit: () => ({
				kind: "node",
				node: scalars("RateLimit", {
					limit: rate.limit,
					cost: 1,
					remaining: rate.remaining,
					used: rate.used,
					resetAt: rate.resetAt
				})
			}),
			repository: ({ owner, name }) => {
				const asked = `${String(owner)}/${String(name)}`;
				const { repository, movedFrom } = world.settings;
				const known = [repository, movedFrom].some((one) => one?.toLowerCase() === asked.toLowerCase());
				const message = `Could not resolve to a Repository with the name '${asked}'.`;
				if (!known || world.state.permissions.metadata === "none") return {
					kind: "fault",
					type: "NOT_FOUND",
					message
				};
				if (!open) return forbidden;
				const objects = openGitObjects(world.git, most);
				const mayRead = world.state.permissions.contents !== "none";
				return {
					kind: "node",
					node: {
						type: "Repository",
						also: [],
						fields: {
							nameWithOwner: () => ({
								kind: "scalar",
								value: repository
							}),
							object: (given) => mayRead ? objects.find(given) : forbidden
						}
					}
				};
			}
		}
	};
}
function createAnswering(query, variables, faults) {
	const valuesOf = (field) => Object.fromEntries(Object.entries(field.arguments).map(([name, argument]) => [name, argument.kind === "value" ? argument.value : variables[argument.name] ?? null]));
	const fieldsFor = (node, selections) => selections.flatMap((one) => {
		if (one.kind === "field") return [one];
		const fragment = one.kind === "on" ? one : query.fragments.get(one.fragment);
		return fragment !== void 0 && [node.type, ...node.also].includes(fragment.type) ? fieldsFor(node, fragment.selections) : [];
	});
	const select = async (node, selections, path) => {
		const answered = {};
		for (const field of fieldsFor(node, selections)) answered[field.key] = await answer(node, field, [...path, field.key]);
		return answered;
	};
	const answer = async (node, field, path) => {
		if (field.name === "__typename") return node.type;
		const find = node.fields[field.name];
		if (find === void 0) {
			const message = `Field '${field.name}' doesn't exist on type '${node.type}'`;
			const extensions = {
				code: "undefinedField",
				typeName: node.type,
				fieldName: field.name
			};
			faults.push({
				path: ["query", ...path],
				locations: [field.at],
				extensions,
				message
			});
			return null;
		}
		const found = await find(valuesOf(field));
		switch (found.kind) {
			case "scalar": return found.value;
			case "node": return select(found.node, field.selections, path);
			case "list": {
				const all = [];
				for (const [index, one] of found.nodes.entries()) all.push(await select(one, field.selections, [...path, index]));
				return all;
			}
			case "nothing": return null;
			case "fault":
				faults.push({
					type: found.type,
					path,
					locations: [field.at],
					message: found.message
				});
				return null;
		}
	};
	return { select };
}

// src/embedded/github/paginate.ts
function paginate(items, query, address) {
	const perPage = Math.min(100, Math.max(1, Number(query.per_page ?? 30)));
	const page = Math.max(1, Number(query.page ?? 1));
	const last = Math.max(1, Math.ceil(items.length / perPage));
	const to = (number, name) => `<${address}?${new URLSearchParams({
		...query,
		page: String(number)
	})}>; rel="${name}"`;
	const links = [...page > 1 ? [to(page - 1, "prev"), to(1, "first")] : [], ...page < last ? [to(page + 1, "next"), to(last, "last")] : []];
	const shown = items.slice((page - 1) * perPage, page * perPage);
	return links.length === 0 ? { items: shown } : {
		items: shown,
		link: links.join(", ")
	};
}

// src/embedded/github/artifact-endpoints.ts
const needs = [["actions", "read"]];
const artifactEndpoints = [
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/actions/runs/{run_id}",
		needs,
		answer({ settings }, { path }) {
			const run = settings.runs?.().find(({ id }) => id === Number(path.run_id));
			return run === void 0 ? notFound : found(describeRun(run, settings));
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
		needs,
		answer({ settings }, { path, query }) {
			const runs = (settings.runs?.() ?? []).filter(({ workflow, branch }) => workflow === Number(path.workflow_id) && (query["branch"] ?? branch) === branch).toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id).map((run) => describeRun(run, settings));
			const shown = paginate(runs.slice(0, mostFound), query, "").items;
			return found({
				total_count: runs.length,
				workflow_runs: shown
			});
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
		needs,
		answer: ({ settings }, { path, query }) => found(listed(settings, query, ({ run }) => run === Number(path.run_id)))
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/actions/artifacts",
		needs,
		answer: ({ settings }, { query }) => found(listed(settings, query, () => true))
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
		needs,
		answer({ settings }, { path }) {
			const artifact = settings.artifacts?.().find(({ id }) => id === Number(path.artifact_id));
			if (artifact === void 0 || artifact.expired) return notFound;
			return {
				kind: "one",
				status: 302,
				headers: { location: artifact.address }
			};
		}
	}
];
const mostFound = 1e3;
function describeRun(run, settings) {
	const { id, branch, event, workflow, createdAt, headRepository = settings.repository } = run;
	const updatedAt = [createdAt, ...(settings.artifacts?.() ?? []).filter((one) => one.run === id).map((one) => one.createdAt)].toSorted().at(-1);
	return {
		id,
		node_id: nodeId("WFR", String(id)),
		head_branch: branch,
		head_sha: "0".repeat(40),
		event,
		status: "completed",
		workflow_id: workflow,
		created_at: createdAt,
		updated_at: updatedAt,
		url: `https://api.github.com/repos/${settings.repository}/actions/runs/${id}`,
		repository: briefly(settings.repository),
		head_repository: briefly(headRepository)
	};
}
function listed(settings, query, isWanted) {
	const artifacts = (settings.artifacts?.() ?? []).filter((one) => (query["name"] ?? one.name) === one.name && isWanted(one)).toReversed().map(({ id, name, size, expired, createdAt, digest, run: runId }) => {
		const run = settings.runs?.().find((one) => one.id === runId);
		const url = `https://api.github.com/repos/${settings.repository}/actions/artifacts/${id}`;
		return {
			id,
			node_id: nodeId("A", String(id)),
			name,
			size_in_bytes: size,
			url,
			expired,
			digest,
			archive_download_url: `${url}/zip`,
			created_at: createdAt,
			updated_at: createdAt,
			expires_at: new Date(Date.parse(createdAt) + 7776e6).toISOString(),
			workflow_run: {
				id: runId,
				repository_id: numberOf(settings.repository),
				head_repository_id: numberOf(run?.headRepository ?? settings.repository),
				head_branch: run?.branch ?? "",
				head_sha: "0".repeat(40)
			}
		};
	});
	return {
		total_count: artifacts.length,
		artifacts: paginate(artifacts, query, "").items
	};
}
function briefly(repository) {
	return {
		id: numberOf(repository),
		node_id: nodeId("R", repository),
		full_name: repository,
		private: false,
		name: repository.slice(repository.indexOf("/") + 1),
		html_url: `https://github.com/${repository}`,
		url: `https://api.github.com/repos/${repository}`
	};
}

// src/embedded/github/conversation-endpoints.ts
const longest$1 = 65536;
const written$1 = object({ body: string() });
const either = (access) => [["issues", access], ["pull_requests", access]];
const conversationEndpoints = [
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
		needs: either("read"),
		answer({ state, describe }, { path }) {
			const pull = Number(path.issue_number);
			return state.pulls.has(pull) ? {
				kind: "list",
				items: state.comments(pull).map(describe.comment)
			} : notFound;
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
		needs: either("write"),
		answer({ state, describe }, { path, body }) {
			const pull = Number(path.issue_number);
			if (!state.pulls.has(pull)) return notFound;
			const text = written$1.parse(body).body;
			return faultOf$1(text) ?? found(describe.comment(state.addComment(pull, state.viewer, text)), 201);
		}
	},
	{
		method: "PATCH",
		path: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
		needs: either("write"),
		answer({ state, describe }, { path, body }) {
			const id = Number(path.comment_id);
			if (state.comment(id) === void 0) return notFound;
			const text = written$1.parse(body).body;
			const fault = faultOf$1(text);
			if (fault !== void 0) return fault;
			const edited = state.editComment(id, text);
			return edited === void 0 ? notFound : found(describe.comment(edited));
		}
	},
	{
		method: "DELETE",
		path: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
		needs: either("write"),
		answer({ state }, { path }) {
			const id = Number(path.comment_id);
			if (state.comment(id) === void 0) return notFound;
			state.removeComment(id);
			return {
				kind: "one",
				status: 204
			};
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/issues/{issue_number}/events",
		needs: either("read"),
		answer({ state, describe }, { path }) {
			const number = Number(path.issue_number);
			return state.pulls.has(number) || state.issues().some((issue) => issue.number === number) ? {
				kind: "list",
				items: state.labelEvents(number).map(describe.labelEvent)
			} : notFound;
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/collaborators/{username}/permission",
		needs: [["metadata", "read"]],
		answer({ state, describe }, { path }) {
			const login = path.username ?? "";
			if (login.endsWith("[bot]")) return refuse$1(404, `${login} is not a user`);
			const role = state.roles.get(login) ?? "read";
			return found({
				permission: role === "maintain" ? "write" : role === "triage" ? "read" : role,
				role_name: role,
				user: {
					...describe.user(login),
					role_name: role
				}
			});
		}
	}
];
function faultOf$1(body) {
	if (body.length > longest$1) return refuse$1(422, "Validation Failed", { errors: [{
		resource: "IssueComment",
		code: "unprocessable",
		field: "data",
		message: "Body is too long (maximum is 65536 characters)"
	}] });
	if (body.trim() === "") return refuse$1(422, "Validation Failed", { errors: [{
		resource: "IssueComment",
		code: "missing_field",
		field: "body"
	}] });
}

// src/embedded/github/issue-endpoints.ts
const written = object({
	title: string().optional(),
	body: string().nullish(),
	state: _enum(["open", "closed"]).optional()
});
const longest = {
	title: 256,
	body: 65536
};
const issueEndpoints = [
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/issues",
		needs: [["issues", "read"]],
		answer({ state, describe }, { query }) {
			const wanted = query["state"] ?? "open";
			const issues = state.issues().filter((issue) => wanted === "all" || issue.state === wanted);
			return {
				kind: "list",
				items: (query["direction"] === "asc" ? issues : issues.toReversed()).map((issue) => describe.issue(issue, state.labels(issue.number)))
			};
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/issues",
		needs: [["issues", "write"]],
		answer({ state, describe }, { body }) {
			const { title = "", body: text } = written.parse(body);
			return faultOf(title, text ?? "") ?? found(describe.issue(state.addIssue(state.viewer, title, text ?? ""), []), 201);
		}
	},
	{
		method: "PATCH",
		path: "/repos/{owner}/{repo}/issues/{issue_number}",
		needs: [["issues", "write"]],
		answer({ state, describe }, { path, body }) {
			const issue = state.issues().find(({ number }) => number === Number(path.issue_number));
			if (issue === void 0) return notFound;
			const { title = issue.title, body: text = issue.body, state: becomes = issue.state } = written.parse(body);
			const fault = faultOf(title, text ?? "");
			if (fault !== void 0) return fault;
			const edited = state.editIssue({
				...issue,
				title,
				body: text ?? "",
				state: becomes
			});
			return found(describe.issue(edited, state.labels(edited.number)));
		}
	}
];
function faultOf(title, body) {
	const field = title.trim() === "" || title.length > longest.title ? "title" : body.length > longest.body ? "body" : "";
	if (field === "") return void 0;
	return refuse$1(422, "Validation Failed", { errors: [{
		resource: "Issue",
		code: "invalid",
		field
	}] });
}

// src/embedded/github/object-endpoints.ts
const blobBytes = 104857600;
const treeEntries = 1e5;
const objectEndpoints = [
	{
		method: "GET",
		path: "/repos/{owner}/{repo}",
		needs: [["metadata", "read"]],
		answer: ({ describe }) => found({
			...describe.repository(),
			has_discussions: false,
			network_count: 0,
			subscribers_count: 0
		})
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/git/ref/{ref}",
		needs: [["contents", "read"]],
		async answer({ git, describe }, { path }) {
			const ref = `refs/${path.ref}`;
			const sha = await git.resolve(ref);
			if (sha === void 0) return notFound;
			const object = {
				type: "commit",
				sha,
				url: `${describe.at}/git/commits/${sha}`
			};
			return found({
				ref,
				node_id: describe.nodeId("REF", ref),
				url: `${describe.at}/git/${ref}`,
				object
			});
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/git/trees/{tree_sha}",
		needs: [["contents", "read"]],
		async answer({ git, describe, settings }, { path, query }) {
			const sha = path.tree_sha ?? "";
			const entries = await git.tree(await git.resolve(sha) ?? sha, query.recursive !== void 0);
			if (entries === void 0) return notFound;
			const most = query.recursive === void 0 ? Number.POSITIVE_INFINITY : settings.treeLimit ?? treeEntries;
			return found({
				sha,
				url: `${describe.at}/git/trees/${sha}`,
				truncated: entries.length > most,
				tree: entries.slice(0, most).map((entry) => ({
					path: entry.path,
					mode: entry.mode,
					type: entry.type,
					sha: entry.id,
					...entry.bytes === void 0 ? {} : { size: entry.bytes },
					...entry.type === "commit" ? {} : { url: `${describe.at}/git/${entry.type}s/${entry.id}` }
				}))
			});
		}
	},
	{
		method: "GET",
		path: "/repos/{owner}/{repo}/git/blobs/{file_sha}",
		needs: [["contents", "read"]],
		async answer({ git, describe }, { path }) {
			const sha = path.file_sha ?? "";
			const content = await git.blob(sha);
			if (content === void 0) return notFound;
			if (content.length > blobBytes) return refuse$1(403, "This API returns blobs up to 100 MB in size.");
			return found({
				sha,
				node_id: describe.nodeId("B", sha),
				size: content.length,
				url: `${describe.at}/git/blobs/${sha}`,
				content: content.toString("base64").replace(/.{60}/g, "$&\n"),
				encoding: "base64"
			});
		}
	}
];

// src/embedded/github/writing-endpoints.ts
const blob = object({
	content: string(),
	encoding: _enum(["utf-8", "base64"]).default("utf-8")
});
const tree = object({
	base_tree: string().optional(),
	tree: array(object({
		path: string(),
		mode: string(),
		type: string(),
		sha: string()
	}))
});
const commit$1 = object({
	message: string(),
	tree: string(),
	parents: array(string()).default([])
});
const newRef = object({
	ref: string(),
	sha: string()
});
const move = object({
	sha: string(),
	force: boolean().default(false)
});
const writingEndpoints = [
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/git/blobs",
		needs: [["contents", "write"]],
		async answer({ git, describe }, { body }) {
			const { content, encoding } = blob.parse(body);
			const sha = await git.writeBlob(Buffer.from(content, encoding === "base64" ? "base64" : "utf8"));
			return sha === void 0 ? invalid : found({
				sha,
				url: `${describe.at}/git/blobs/${sha}`
			}, 201);
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/git/trees",
		needs: [["contents", "write"]],
		async answer({ git, describe }, { body }) {
			const { base_tree: base, tree: changed } = tree.parse(body);
			if (base !== void 0 && await git.tree(base, false) === void 0) return notFound;
			const sha = await writeFolders(git, base, changed);
			if (sha === void 0) return invalid;
			const listed = (await git.tree(sha, false) ?? []).map(({ path, mode, type, id, bytes = 0 }) => ({
				path,
				mode,
				type,
				sha: id,
				size: bytes,
				url: `${describe.at}/git/${type}s/${id}`
			}));
			return found({
				sha,
				url: `${describe.at}/git/trees/${sha}`,
				truncated: false,
				tree: listed
			}, 201);
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/git/commits",
		needs: [["contents", "write"]],
		async answer({ git, describe }, { body }) {
			const written = commit$1.parse(body);
			const sha = await git.writeCommit(written);
			if (sha === void 0) return invalid;
			const { author, email, date, message, parents, tree: root } = await git.commit(sha);
			const who = {
				name: author,
				email,
				date
			};
			const at = (kind, id) => ({
				sha: id,
				url: `${describe.at}/git/${kind}/${id}`
			});
			return found({
				...at("commits", sha),
				node_id: describe.nodeId("C", sha),
				html_url: `${describe.at}/commit/${sha}`,
				author: who,
				committer: who,
				message,
				tree: at("trees", root),
				parents: parents.map((parent) => ({
					...at("commits", parent),
					html_url: `${describe.at}/commit/${parent}`
				})),
				verification: {
					verified: false,
					reason: "unsigned",
					signature: null,
					payload: null,
					verified_at: null
				}
			}, 201);
		}
	},
	{
		method: "POST",
		path: "/repos/{owner}/{repo}/git/refs",
		needs: [["contents", "write"]],
		async answer(world, { body }) {
			const { ref, sha } = newRef.parse(body);
			if (await world.git.resolve(ref) !== void 0) return refuse$1(422, "Reference already exists");
			return await world.git.moveRef(ref, sha, null) ? reference(world, ref, sha, 201) : invalid;
		}
	},
	{
		method: "PATCH",
		path: "/repos/{owner}/{repo}/git/refs/{ref}",
		needs: [["contents", "write"]],
		async answer(world, { path, body }) {
			const ref = `refs/${path.ref}`;
			const { sha, force } = move.parse(body);
			const from = await world.git.resolve(ref);
			if (from === void 0) return refuse$1(422, "Reference does not exist");
			return (force || await world.git.mergeBase(from, sha) === from) && await world.git.moveRef(ref, sha, from) ? reference(world, ref, sha, 200) : refuse$1(422, "Update is not a fast forward");
		}
	}
];
const invalid = refuse$1(422, "Validation Failed");
async function writeFolders(git, base, changed) {
	const before = base === void 0 ? [] : await git.tree(base, false) ?? [];
	const byName = Map.groupBy(changed, ({ path }) => path.split("/", 1)[0] ?? path);
	const written = [];
	for (const [name, entries] of byName) {
		const [own] = entries.filter(({ path }) => path === name);
		if (own !== void 0) {
			written.push({
				path: name,
				mode: own.mode,
				type: own.type,
				id: own.sha
			});
			continue;
		}
		const there = before.find(({ path, type }) => path === name && type === "tree");
		const below = entries.map((entry) => ({
			...entry,
			path: entry.path.slice(name.length + 1)
		}));
		const id = await writeFolders(git, there?.id, below);
		if (id === void 0) return void 0;
		written.push({
			path: name,
			mode: "040000",
			type: "tree",
			id
		});
	}
	return git.writeTree([...before.filter(({ path }) => !byName.has(path)), ...written]);
}
function reference({ describe }, ref, sha, status) {
	const object = {
		type: "commit",
		sha,
		url: `${describe.at}/git/commits/${sha}`
	};
	return found({
		ref,
		node_id: describe.nodeId("REF", ref),
		url: `${describe.at}/git/${ref}`,
		object
	}, status);
}

// src/embedded/github/find-route.ts
const routes = [
	...comparisonEndpoints,
	...objectEndpoints,
	...writingEndpoints,
	...conversationEndpoints,
	...issueEndpoints,
	...artifactEndpoints
].map((endpoint) => ({
	endpoint,
	pattern: patternOf(endpoint.path)
}));
function findRoute(method, pathname) {
	for (const { endpoint, pattern } of routes) {
		const found = endpoint.method === method ? pattern.exec(pathname) : null;
		if (found === null) continue;
		const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
		return {
			endpoint,
			parameters: Object.fromEntries(parameters)
		};
	}
}
function patternOf(template) {
	const source = template.replace(/\{(\w+)\}/g, (_, name) => name === "basehead" || name === "ref" ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`);
	return new RegExp(`^${source}$`);
}

// src/embedded/github/rate.ts
const hour = 36e5;
var Rate = class {
	#limit;
	#now;
	#resource;
	#used = 0;
	#resetAt;
	constructor(limit, now, resource) {
		this.#limit = limit;
		this.#resource = resource;
		this.#now = now;
		this.#resetAt = now() + hour;
	}
	admit() {
		if (this.#now() >= this.#resetAt) {
			this.#used = 0;
			this.#resetAt = this.#now() + hour;
		}
		this.#used += 1;
		return this.#used <= this.#limit;
	}
	present() {
		return {
			limit: this.#limit,
			used: this.#used,
			remaining: Math.max(0, this.#limit - this.#used),
			resetAt: `${new Date(this.#resetAt).toISOString().slice(0, 19)}Z`
		};
	}
	headers() {
		const { limit, remaining, used } = this.present();
		return {
			"x-ratelimit-limit": String(limit),
			"x-ratelimit-remaining": String(remaining),
			"x-ratelimit-used": String(used),
			"x-ratelimit-reset": String(Math.ceil(this.#resetAt / 1e3)),
			"x-ratelimit-resource": this.#resource
		};
	}
};

// src/embedded/github/reply-with-fault.ts
const plainText = { "content-type": "application/json; charset=utf-8" };
async function replyWithFault(fault, response, now) {
	switch (fault.kind) {
		case "primary-limit": {
			const reset = Math.ceil(now / 1e3) + fault.resetInSeconds;
			return send$2(response, fault.status ?? 403, "API rate limit exceeded for installation ID 1.", {
				"x-ratelimit-limit": "1000",
				"x-ratelimit-remaining": "0",
				"x-ratelimit-reset": String(reset)
			});
		}
		case "secondary-limit": return send$2(response, fault.status ?? 403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", fault.retryAfterSeconds === void 0 ? {} : { "retry-after": String(fault.retryAfterSeconds) });
		case "status": return send$2(response, fault.status, fault.message ?? "Server Error", {});
		case "graphql-errors":
			response.writeHead(200, plainText).end(JSON.stringify({
				data: null,
				errors: fault.errors
			}));
			return 200;
		case "page":
			response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(fault.html);
			return 200;
		case "reset":
			response.destroy();
			return 0;
		case "redirect":
			response.writeHead(302, { location: response.req.url ?? "/" }).end();
			return 302;
		case "hang": return 0;
		case "drip": {
			response.writeHead(200, plainText);
			const timer = setInterval(() => response.write(" "), 1e3);
			response.on("close", () => clearInterval(timer));
			return 0;
		}
		case "cut":
			response.writeHead(200, plainText).end(fault.body);
			return 200;
		case "broken-off":
			response.writeHead(200, {
				...plainText,
				"content-length": "1000"
			});
			response.write("{\"sha\":\"", () => response.destroy());
			return 0;
		case "busy": return send$2(response, 429, "Too Many Requests", { "retry-after": fault.retryAfter });
		case "meanwhile":
			await fault.happens();
			return;
	}
}
function send$2(response, status, message, headers) {
	const answer = refuse$1(status, message);
	response.writeHead(status, {
		...plainText,
		...headers
	}).end(JSON.stringify(answer.kind === "one" ? answer.body : null));
	return status;
}

// src/embedded/github/create-serving.ts
function createServing({ url, world, description, requests, violations, faults }) {
	const { state, settings } = world;
	const rates = {
		core: new Rate(settings.rateLimit ?? 1e3, () => state.now(), "core"),
		graphql: new Rate(settings.rateLimit ?? 1e3, () => state.now(), "graphql")
	};
	return async (request, response) => {
		const method = request.method ?? "GET";
		const path = request.url ?? "/";
		const body = await receive(request);
		const record = (status) => void requests.push({
			method,
			path,
			body,
			status
		});
		if (settings.latencyMs !== void 0) await setTimeout$1(settings.latencyMs);
		const next = faults.find(({ fault, left }) => left > 0 && isMeant(fault, `${method} ${path}`, body));
		if (next !== void 0) {
			next.left -= 1;
			const status = await replyWithFault(next.fault, response, state.now());
			if (status !== void 0) return record(status);
		}
		const isQuery = method === "POST" && path === "/graphql";
		const rate = isQuery ? rates.graphql : rates.core;
		const within = rate.admit();
		const done = (answer, headers = {}) => {
			const status = send$3(response, answer, {
				...rate.headers(),
				"x-github-api-version-selected": "2022-11-28",
				...headers
			});
			record(status);
		};
		const spent = "API rate limit exceeded for installation ID 1.";
		if (!within && isQuery) return done({
			kind: "one",
			status: 200,
			body: { errors: [{
				type: "RATE_LIMITED",
				message: spent
			}] }
		});
		if (!within) return done(refuse$1(403, spent));
		if (!authorized(request, settings.token)) return done(refuse$1(401, "Bad credentials"));
		if (isQuery) return done(await answerQuery(body, world, rate.present()));
		const { pathname, searchParams } = new URL(path, url);
		const moved = redirectOf(pathname, settings, url);
		if (moved !== void 0) return done(refuse$1(method === "GET" ? 301 : 307, "Moved Permanently", { url: moved }), { location: moved + new URL(path, url).search });
		const canonical = pathname.replace(`/repositories/${numberOf(settings.repository)}/`, `/repos/${settings.repository}/`);
		const route = findRoute(method, canonical);
		const served = `${canonical}/`.startsWith(`/repos/${settings.repository}/`);
		if (route === void 0 || !served) {
			if (served) violations.push(`${method} ${path} is not served`);
			return done(notFound);
		}
		const { endpoint, parameters } = route;
		const incoming = {
			path: parameters,
			query: Object.fromEntries(searchParams),
			body
		};
		const wrong = description?.faultsOfRequest(method, endpoint.path, incoming) ?? [];
		if (wrong.length > 0) {
			violations.push(...wrong.map((fault) => `request ${method} ${path}: ${fault}`));
			return done(refuse$1(500, wrong.join("; ")));
		}
		if (!endpoint.needs.some(([permission, access]) => allows(state.permissions[permission], access))) {
			if (settings.deniedAs === 404) return done(notFound);
			const accepted = endpoint.needs.map(([permission, access]) => `${permission}=${access}`).join("; ");
			return done(refuse$1(403, "Resource not accessible by integration"), { "x-accepted-github-permissions": accepted });
		}
		const answer = await endpoint.answer(world, incoming);
		const page = answer.kind === "list" ? paginate(answer.items, incoming.query, url + pathname) : void 0;
		const shown = page === void 0 ? answer : {
			kind: "one",
			status: 200,
			body: page.items
		};
		const misfits = faultsOf(description, endpoint, shown);
		if (misfits.length > 0) {
			violations.push(...misfits.map((fault) => `answer ${method} ${path}: ${fault}`));
			return done(refuse$1(500, misfits.join("; ")));
		}
		return done(shown, page?.link === void 0 ? {} : { link: page.link });
	};
}
function faultsOf(description, endpoint, answer) {
	if (description === void 0 || answer.kind === "list") return [];
	return description.faultsOfAnswer(endpoint.method, endpoint.path, answer.status, answer.body);
}
function isMeant({ where, asks }, line, body) {
	return (where?.test(line) ?? true) && (asks?.test(JSON.stringify(body) ?? "") ?? true);
}
function redirectOf(pathname, settings, url) {
	const old = `/repos/${settings.movedFrom}/`;
	if (settings.movedFrom === void 0 || !pathname.startsWith(old)) return void 0;
	return `${url}/repositories/${numberOf(settings.repository)}/${pathname.slice(old.length)}`;
}
function authorized(request, token) {
	return token === void 0 || /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? "")?.[1] === token;
}

// src/embedded/github/describe-issue.ts
function describeIssue(stored, of) {
	const { at, page, user, labels } = of;
	const own = `${at}/issues/${stored.number}`;
	return {
		id: stored.number,
		node_id: nodeId("I", stored.number),
		url: own,
		repository_url: at,
		labels_url: `${own}/labels{/name}`,
		comments_url: `${own}/comments`,
		events_url: `${own}/events`,
		html_url: `${page}/issues/${stored.number}`,
		number: stored.number,
		state: stored.state,
		title: stored.title,
		body: stored.body,
		user,
		labels,
		assignee: null,
		milestone: null,
		locked: false,
		comments: 0,
		closed_at: stored.state === "closed" ? stored.updatedAt : null,
		created_at: stored.createdAt,
		updated_at: stored.updatedAt,
		author_association: "NONE"
	};
}

// src/embedded/github/describe-repository.ts
const plain = [
	"contributors",
	"deployments",
	"downloads",
	"events",
	"forks",
	"hooks",
	"languages",
	"merges",
	"stargazers",
	"subscribers",
	"subscription",
	"tags",
	"teams"
];
const templates = {
	archive: "{archive_format}{/ref}",
	assignees: "assignees{/user}",
	blobs: "git/blobs{/sha}",
	branches: "branches{/branch}",
	collaborators: "collaborators{/collaborator}",
	comments: "comments{/number}",
	commits: "commits{/sha}",
	compare: "compare/{base}...{head}",
	contents: "contents/{+path}",
	git_commits: "git/commits{/sha}",
	git_refs: "git/refs{/sha}",
	git_tags: "git/tags{/sha}",
	issue_comment: "issues/comments{/number}",
	issue_events: "issues/events{/number}",
	issues: "issues{/number}",
	keys: "keys{/key_id}",
	labels: "labels{/name}",
	milestones: "milestones{/number}",
	notifications: "notifications{?since,all,participating}",
	pulls: "pulls{/number}",
	releases: "releases{/id}",
	statuses: "statuses/{sha}",
	trees: "git/trees{/sha}"
};
function describeRepository(api, repository, owner, fork) {
	const at = `${api}/repos/${repository}`;
	const began = "2026-01-01T00:00:00Z";
	return {
		id: numberOf(repository),
		node_id: nodeId("R", repository),
		name: repository.slice(repository.indexOf("/") + 1),
		full_name: repository,
		owner,
		private: false,
		html_url: `https://github.com/${repository}`,
		description: null,
		fork,
		url: at,
		...Object.fromEntries(plain.map((name) => [`${name}_url`, `${at}/${name}`])),
		...Object.fromEntries(Object.entries(templates).map(([name, path]) => [`${name}_url`, `${at}/${path}`])),
		git_url: `git://github.com/${repository}.git`,
		ssh_url: `git@github.com:${repository}.git`,
		clone_url: `https://github.com/${repository}.git`,
		svn_url: `https://github.com/${repository}`,
		homepage: null,
		mirror_url: null,
		language: null,
		license: null,
		default_branch: "main",
		visibility: "public",
		archived: false,
		disabled: false,
		has_issues: true,
		has_projects: false,
		has_wiki: false,
		has_pages: false,
		has_downloads: false,
		size: 1,
		forks: 0,
		forks_count: 0,
		open_issues: 0,
		open_issues_count: 0,
		stargazers_count: 0,
		watchers: 0,
		watchers_count: 0,
		pushed_at: began,
		created_at: began,
		updated_at: began
	};
}

// src/embedded/github/describe.ts
const web = "https://github.com";
function describeFor(api, repository) {
	const at = `${api}/repos/${repository}`;
	const page = `${web}/${repository}`;
	const user = (login) => {
		const bot = login.endsWith("[bot]");
		const own = `${api}/users/${encodeURIComponent(login)}`;
		return {
			login,
			id: numberOf(login),
			node_id: nodeId("U", login),
			avatar_url: `https://avatars.githubusercontent.com/u/${numberOf(login)}?v=4`,
			gravatar_id: "",
			url: own,
			html_url: bot ? `${web}/apps/${login.slice(0, -5)}` : `${web}/${login}`,
			followers_url: `${own}/followers`,
			following_url: `${own}/following{/other_user}`,
			gists_url: `${own}/gists{/gist_id}`,
			starred_url: `${own}/starred{/owner}{/repo}`,
			subscriptions_url: `${own}/subscriptions`,
			organizations_url: `${own}/orgs`,
			repos_url: `${own}/repos`,
			events_url: `${own}/events{/privacy}`,
			received_events_url: `${own}/received_events`,
			type: bot ? "Bot" : "User",
			site_admin: false
		};
	};
	const label = (name) => ({
		id: numberOf(name),
		node_id: nodeId("LA", name),
		url: `${at}/labels/${encodeURIComponent(name)}`,
		name,
		description: null,
		color: "ededed",
		default: false
	});
	const diffEntry = (change, head) => {
		const path = change.path.split("/").map(encodeURIComponent).join("/");
		return {
			sha: change.id,
			filename: change.path,
			status: change.status,
			additions: change.additions,
			deletions: change.deletions,
			changes: change.additions + change.deletions,
			blob_url: `${page}/blob/${head}/${path}`,
			raw_url: `${page}/raw/${head}/${path}`,
			contents_url: `${at}/contents/${path}?ref=${head}`,
			...change.previousPath === void 0 ? {} : { previous_filename: change.previousPath }
		};
	};
	const commit = (read) => {
		const person = {
			name: read.author,
			email: read.email,
			date: read.date
		};
		return {
			url: `${at}/commits/${read.id}`,
			sha: read.id,
			node_id: nodeId("C", read.id),
			html_url: `${page}/commit/${read.id}`,
			comments_url: `${at}/commits/${read.id}/comments`,
			commit: {
				url: `${at}/git/commits/${read.id}`,
				author: person,
				committer: person,
				message: read.message,
				comment_count: 0,
				tree: {
					sha: read.tree,
					url: `${at}/git/trees/${read.tree}`
				},
				verification: {
					verified: false,
					reason: "unsigned",
					payload: null,
					signature: null,
					verified_at: null
				}
			},
			author: null,
			committer: null,
			parents: read.parents.map((sha) => ({
				sha,
				url: `${at}/commits/${sha}`,
				html_url: `${page}/commit/${sha}`
			}))
		};
	};
	const comment = (stored) => ({
		id: stored.id,
		node_id: nodeId("IC", stored.id),
		url: `${at}/issues/comments/${stored.id}`,
		html_url: `${page}/pull/${stored.pull}#issuecomment-${stored.id}`,
		issue_url: `${at}/issues/${stored.pull}`,
		body: stored.body,
		user: user(stored.author),
		created_at: stored.createdAt,
		updated_at: stored.updatedAt,
		author_association: "NONE",
		performed_via_github_app: null
	});
	const issue = (stored, labels) => describeIssue(stored, {
		at,
		page,
		user: user(stored.author),
		labels: labels.map(label)
	});
	const labelEvent = (stored) => ({
		id: stored.id,
		node_id: nodeId("LE", stored.id),
		url: `${at}/issues/events/${stored.id}`,
		actor: user(stored.by),
		event: stored.event,
		commit_id: null,
		commit_url: null,
		created_at: stored.at,
		label: {
			name: stored.label,
			color: "ededed"
		},
		performed_via_github_app: null
	});
	const pull = (setting, facts) => {
		const own = `${at}/pulls/${setting.number}`;
		const issue = `${at}/issues/${setting.number}`;
		const shown = `${page}/pull/${setting.number}`;
		const headRepository = setting.headRepository === void 0 ? repository : setting.headRepository;
		const side = (ref, sha, of) => ({
			label: `${of === null ? "unknown" : ownerOf(of)}:${ref}`,
			ref,
			sha,
			user: user(ownerOf(of ?? repository)),
			repo: of === null ? null : describeRepository(api, of, user(ownerOf(of)), of !== repository)
		});
		return {
			url: own,
			id: setting.number,
			node_id: nodeId("PR", setting.number),
			html_url: shown,
			diff_url: `${shown}.diff`,
			patch_url: `${shown}.patch`,
			issue_url: issue,
			commits_url: `${own}/commits`,
			review_comments_url: `${own}/comments`,
			review_comment_url: `${at}/pulls/comments{/number}`,
			comments_url: `${issue}/comments`,
			statuses_url: `${at}/statuses/${facts.head}`,
			number: setting.number,
			state: setting.state ?? "open",
			locked: false,
			title: setting.title ?? `Merge ${setting.head}`,
			user: user(setting.author ?? ownerOf(headRepository ?? repository)),
			body: null,
			labels: facts.labels.map(label),
			milestone: null,
			created_at: facts.now,
			updated_at: facts.now,
			closed_at: setting.state === "closed" ? facts.now : null,
			merged_at: null,
			merge_commit_sha: null,
			assignee: null,
			head: side(setting.head, facts.head, headRepository),
			base: side(setting.base, facts.base, repository),
			_links: {
				self: { href: own },
				html: { href: shown },
				issue: { href: issue },
				comments: { href: `${issue}/comments` },
				review_comments: { href: `${own}/comments` },
				review_comment: { href: `${at}/pulls/comments{/number}` },
				commits: { href: `${own}/commits` },
				statuses: { href: `${at}/statuses/${facts.head}` }
			},
			author_association: "CONTRIBUTOR",
			auto_merge: null,
			draft: false,
			merged: false,
			mergeable: true,
			mergeable_state: "clean",
			merged_by: null,
			comments: facts.comments,
			review_comments: 0,
			maintainer_can_modify: false,
			commits: facts.commits,
			additions: facts.additions,
			deletions: facts.deletions,
			changed_files: facts.changedFiles
		};
	};
	return {
		user,
		label,
		diffEntry,
		commit,
		comment,
		issue,
		labelEvent,
		pull,
		repository: () => describeRepository(api, repository, user(ownerOf(repository)), false),
		at,
		page,
		nodeId
	};
}

// src/embedded/github/open-object-database.ts
function openObjectDatabase(directory) {
	let child;
	let chunks = [];
	let [held, needed] = [0, 1];
	const asked = [];
	const take = (received) => {
		let rest = received;
		for (let next = asked[0]; next !== void 0; next = asked[0]) {
			const end = rest.indexOf(10);
			if (end < 0) break;
			const [, id = "", type = "", size = ""] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(rest.subarray(0, end).toString("latin1")) ?? [];
			const after = end + 1 + (id !== "" && next.wantsContent ? Number(size) + 1 : 0);
			if (rest.length < after) return [rest, after];
			const content = Buffer.from(rest.subarray(end + 1, Math.max(end + 1, after - 1)));
			rest = rest.subarray(after);
			asked.shift();
			next.answer(id === "" ? void 0 : {
				id,
				type,
				bytes: Number(size),
				content
			});
		}
		return [rest, rest.length + 1];
	};
	const start = () => {
		const started = spawn("git", [
			"-C",
			directory,
			"cat-file",
			"--batch-command"
		], { stdio: [
			"pipe",
			"pipe",
			"pipe"
		] });
		started.stdout.on("data", (chunk) => {
			chunks.push(chunk);
			held += chunk.length;
			if (held < needed) return;
			const [rest, more] = take(Buffer.concat(chunks));
			chunks = [rest];
			[held, needed] = [rest.length, more];
		});
		started.stdin.on("error", () => void 0);
		started.on("close", () => {
			for (const { answer } of asked.splice(0)) answer(void 0);
			child = void 0;
			chunks = [];
			[held, needed] = [0, 1];
		});
		return started;
	};
	const ask = (command, name) => new Promise((answer) => {
		if (name === "" || /[\r\n]/.test(name)) return answer(void 0);
		child ??= start();
		asked.push({
			wantsContent: command === "contents",
			answer
		});
		child.stdin.write(`${command} ${name}\n`);
	});
	return {
		async info(expression) {
			const found = await ask("info", expression);
			return found === void 0 ? void 0 : {
				id: found.id,
				type: found.type,
				bytes: found.bytes
			};
		},
		contents: (id) => ask("contents", id),
		close: () => child?.kill()
	};
}

// src/embedded/github/git-repository.ts
const run$1 = promisify(execFile);
const objectId = /^[0-9a-f]{40}$/;
function openGitRepository(directory) {
	const git = async (...args) => {
		const { stdout } = await run$1("git", [
			"-C",
			directory,
			"-c",
			"core.quotePath=false",
			...args
		], { maxBuffer: 1 << 28 });
		return stdout;
	};
	const attempt = async (...args) => {
		try {
			return await git(...args);
		} catch {
			return;
		}
	};
	const write = (args, input) => new Promise((done) => {
		const child = execFile("git", [
			"-C",
			directory,
			...args
		], { maxBuffer: 1 << 20 }, (fault, stdout) => done(fault === null ? stdout.trim() : void 0));
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
	});
	const objects = openObjectDatabase(directory);
	const diffs = /* @__PURE__ */ new Map();
	const trees = /* @__PURE__ */ new Map();
	const between = /* @__PURE__ */ new Map();
	const bases = /* @__PURE__ */ new Map();
	const list = async (tree, recursive, folder = "") => {
		const found = await objects.contents(`${tree}^{tree}`);
		if (found === void 0) return void 0;
		return (await Promise.all(readTree(found.content).map(async (entry) => {
			const named = {
				...entry,
				path: `${folder}${entry.path}`
			};
			if (entry.type === "blob") return [{
				...named,
				bytes: (await objects.info(entry.id))?.bytes ?? 0
			}];
			if (entry.type !== "tree" || !recursive) return [named];
			return [named, ...await list(entry.id, recursive, `${named.path}/`) ?? []];
		}))).flat();
	};
	return {
		async resolve(ref) {
			const full = ref.startsWith("refs/") ? [ref] : [
				`refs/heads/${ref}`,
				`refs/tags/${ref}`,
				`refs/${ref}`
			];
			for (const name of objectId.test(ref) ? [ref] : full) {
				const found = await objects.info(`${name}^{commit}`);
				if (found !== void 0) return found.id;
			}
		},
		mergeBase: (a, b) => once(bases, `${a} ${b}`, async () => (await attempt("merge-base", a, b))?.trim()),
		commitsBetween: (from, to) => once(between, `${from} ${to}`, async () => lines$1(await git("rev-list", "--reverse", `${from}..${to}`))),
		async commit(id) {
			const found = await objects.contents(`${id}^{commit}`);
			if (found === void 0) throw new Error(`git has no commit ${id}`);
			return readCommit(found.id, found.content.toString("utf8"));
		},
		changes: (from, to) => once(diffs, `${from} ${to}`, async () => readChanges(await git("diff", "--raw", "--numstat", "-z", "-M", "--no-abbrev", from, to))),
		tree: (treeish, recursive) => objectId.test(treeish) ? once(trees, `${treeish} ${recursive}`, () => list(treeish, recursive)) : list(treeish, recursive),
		async blob(id) {
			const found = objectId.test(id) ? await objects.contents(id) : void 0;
			return found?.type === "blob" ? found.content : void 0;
		},
		object: objects.info,
		writeBlob: (content) => write([
			"hash-object",
			"-w",
			"--stdin"
		], content),
		writeTree: (entries) => write(["mktree", "-z"], entries.map(({ mode, type, id, path }) => `${mode} ${type} ${id}\t${path}\0`).join("")),
		writeCommit: ({ tree, parents, message }) => write([
			"-c",
			"user.name=github-actions[bot]",
			"-c",
			"user.email=actions@github.com",
			"commit-tree",
			tree
		].concat(parents.flatMap((parent) => ["-p", parent])), message),
		moveRef: async (ref, to, from) => await write([
			"update-ref",
			ref,
			to,
			from ?? "0".repeat(40)
		], "") !== void 0,
		close: objects.close
	};
}
function once(kept, key, read) {
	const value = kept.get(key) ?? read();
	kept.set(key, value);
	return value;
}
function readCommit(id, text) {
	const end = text.indexOf("\n\n");
	const [head, message] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 2)];
	const values = (name) => head.split("\n").flatMap((line) => line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []);
	const [, author = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(values("author")[0] ?? "") ?? [];
	return {
		id,
		tree: values("tree")[0] ?? "",
		parents: values("parent"),
		author,
		email,
		date: (/* @__PURE__ */ new Date(Number(seconds) * 1e3)).toISOString(),
		message: message.trimEnd()
	};
}
function lines$1(text) {
	return text.split("\n").filter(Boolean);
}
function readTree(content) {
	const entries = [];
	for (let at = 0; at < content.length;) {
		const end = content.indexOf(0, at);
		const named = content.subarray(at, end).toString("utf8");
		const blank = named.indexOf(" ");
		const mode = named.slice(0, blank).padStart(6, "0");
		const id = content.subarray(end + 1, end + 21).toString("hex");
		entries.push({
			path: named.slice(blank + 1),
			mode,
			type: typeOfMode(mode),
			id
		});
		at = end + 21;
	}
	return entries;
}
function typeOfMode(mode) {
	if (mode === "040000") return "tree";
	return mode === "160000" ? "commit" : "blob";
}
function readChanges(output) {
	const fields = output.split("\0").values();
	const next = () => fields.next().value ?? "";
	const raw = [];
	const counts = /* @__PURE__ */ new Map();
	for (let field = next(); field !== ""; field = next()) {
		if (field.startsWith(":")) {
			const [, , before = "", after = "", letter = ""] = field.split(" ");
			const path = next();
			if (letter.startsWith("R")) raw.push({
				path: next(),
				previousPath: path,
				status: "renamed",
				id: after
			});
			else raw.push({
				path,
				status: statusOf(letter),
				id: letter === "D" ? before : after
			});
			continue;
		}
		const [added = "0", removed = "0", path = ""] = field.split("	");
		const renamedTo = path === "" ? [next(), next()][1] : path;
		counts.set(renamedTo ?? path, [Number(added) || 0, Number(removed) || 0]);
	}
	return raw.map((change) => {
		const [additions, deletions] = counts.get(change.path) ?? [0, 0];
		return {
			...change,
			additions,
			deletions
		};
	});
}
function statusOf(letter) {
	if (letter === "A") return "added";
	if (letter === "D") return "removed";
	return letter === "T" ? "changed" : "modified";
}

// src/embedded/github/world-state.ts
const granted = {
	actions: "none",
	contents: "read",
	pull_requests: "write",
	issues: "read",
	metadata: "read"
};
var WorldState = class {
	pulls = /* @__PURE__ */ new Map();
	permissions;
	roles;
	viewer;
	#now;
	#comments = [];
	#issues = [];
	#labelEvents = [];
	#lastId = 1e3;
	constructor(settings) {
		for (const pull of settings.pulls ?? []) this.pulls.set(pull.number, pull);
		this.permissions = {
			...granted,
			...settings.permissions
		};
		this.roles = new Map(Object.entries(settings.roles ?? {}));
		this.viewer = settings.viewer ?? "github-actions[bot]";
		this.#now = settings.now ?? Date.now;
	}
	time() {
		return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
	}
	now() {
		return this.#now();
	}
	comments(pull) {
		return this.#comments.filter((comment) => comment.pull === pull);
	}
	comment(id) {
		return this.#comments.find((comment) => comment.id === id);
	}
	addComment(pull, author, body) {
		const added = {
			id: this.#nextId(),
			pull,
			author,
			body,
			createdAt: this.time(),
			updatedAt: this.time()
		};
		this.#comments = [...this.#comments, added];
		return added;
	}
	editComment(id, body) {
		this.#comments = this.#comments.map((comment) => comment.id === id ? {
			...comment,
			body,
			updatedAt: this.time()
		} : comment);
		return this.comment(id);
	}
	removeComment(id) {
		this.#comments = this.#comments.filter((comment) => comment.id !== id);
	}
	issues() {
		return this.#issues;
	}
	addIssue(author, title, body) {
		const number = 1 + Math.max(0, ...this.pulls.keys(), ...this.#issues.map((issue) => issue.number));
		const [createdAt, updatedAt] = [this.time(), this.time()];
		const added = {
			number,
			author,
			title,
			body,
			state: "open",
			createdAt,
			updatedAt
		};
		this.#issues = [...this.#issues, added];
		return added;
	}
	editIssue(edited) {
		const issue = {
			...edited,
			updatedAt: this.time()
		};
		this.#issues = this.#issues.map((one) => one.number === issue.number ? issue : one);
		return issue;
	}
	labelEvents(pull) {
		return this.#labelEvents.filter((event) => event.pull === pull);
	}
	labels(pull) {
		const set = /* @__PURE__ */ new Set();
		for (const { event, label } of this.labelEvents(pull)) if (event === "labeled") set.add(label);
		else set.delete(label);
		return [...set];
	}
	recordLabel(event, pull, label, by) {
		this.#labelEvents = [...this.#labelEvents, {
			id: this.#nextId(),
			pull,
			event,
			label,
			by,
			at: this.time()
		}];
	}
	#nextId() {
		this.#lastId += 1;
		return this.#lastId;
	}
};

// src/embedded/github/start-github.ts
async function startGitHub(settings) {
	const state = new WorldState(settings);
	const git = settings.git ?? openGitRepository(settings.directory);
	const description = settings.description === void 0 ? void 0 : (await import("./description.js")).readDescription(settings.description);
	const requests = [];
	const violations = [];
	const faults = [];
	const server = createServer();
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the embedded GitHub has no port");
	const url = `http://127.0.0.1:${address.port}`;
	const world = {
		git,
		state,
		settings,
		describe: describeFor(url, settings.repository)
	};
	const serve = createServing({
		url,
		world,
		description,
		requests,
		violations,
		faults
	});
	server.on("request", (request, response) => {
		serve(request, response).catch((error) => {
			violations.push(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
			if (!response.headersSent) send$3(response, refuse$1(500, "Server Error"), {});
		});
	});
	const known = (number) => {
		const pull = state.pulls.get(number);
		if (pull === void 0) throw new Error(`no pull request ${number}`);
		return pull;
	};
	const sender = () => world.describe.user(ownerOf(settings.repository));
	return {
		url,
		requests,
		violations,
		comments: (pull) => state.comments(pull),
		issues: () => state.issues(),
		issue: (author, title, body) => state.addIssue(author, title, body),
		comment: (pull, author, body) => state.addComment(pull, author, body),
		label: (pull, label, by) => state.recordLabel("labeled", pull, label, by),
		unlabel: (pull, label, by) => state.recordLabel("unlabeled", pull, label, by),
		open: (pull) => void state.pulls.set(pull.number, pull),
		permit: (permission, access) => {
			state.permissions[permission] = access;
		},
		appoint: (login, role) => void state.roles.set(login, role),
		fail: (fault) => void faults.push({
			fault,
			left: fault.times ?? 1
		}),
		pullRequestEvent: async (number, action) => ({
			action,
			number,
			pull_request: await describePull(world, known(number)),
			repository: world.describe.repository(),
			sender: sender()
		}),
		async mergeGroupEvent(number, ref) {
			const { base } = known(number);
			const [headSha, baseSha] = [await git.resolve(ref), await git.resolve(base)];
			if (headSha === void 0 || baseSha === void 0) throw new Error(`no branch ${ref} or ${base}`);
			return {
				action: "checks_requested",
				merge_group: {
					head_sha: headSha,
					head_ref: `refs/heads/gh-readonly-queue/${base}/pr-${number}-${baseSha}`,
					base_sha: baseSha,
					base_ref: `refs/heads/${base}`,
					head_commit: world.describe.commit(await git.commit(headSha)).commit
				},
				repository: world.describe.repository(),
				sender: sender()
			};
		},
		async close() {
			if (settings.git === void 0) git.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

// src/embedded/model-service/check-signature.ts
const fault = (type, message) => ({
	message,
	about: { type }
});
const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/u;
const most = 300;
function checkSignature(request, keys, seconds) {
	const { method, target, headers, body } = request;
	const headerOf = (name) => String(headers[name] ?? "");
	const read = form.exec(headerOf("authorization"));
	if (read === null) return fault("MissingAuthenticationTokenException", "Missing Authentication Token");
	const [, keyId, day = "", region = "", service = "", signedNames = "", signature] = read;
	const names = signedNames.split(";");
	const when = headerOf("x-amz-date");
	const token = keys.sessionToken;
	if (keyId !== keys.accessKeyId || token !== void 0 && headerOf("x-amz-security-token") !== token) return fault("UnrecognizedClientException", "The security token included in the request is invalid.");
	const needed = [
		"host",
		"x-amz-date",
		...token === void 0 ? [] : ["x-amz-security-token"]
	];
	if (needed.some((name) => !names.includes(name))) return fault("IncompleteSignatureException", `Authorization header requires ${needed.join(", ")} to be signed.`);
	const [, year, month, date, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(when) ?? [];
	const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`) / 1e3;
	if (!(Math.abs(at - seconds) <= most) || !when.startsWith(day)) return fault("InvalidSignatureException", `Signature expired: ${when} is not now.`);
	if (region !== keys.region || service !== "bedrock") return fault("InvalidSignatureException", `Credential should be scoped to ${keys.region}/bedrock.`);
	const [path = "/", query = ""] = target.split("?", 2);
	const canonical = [
		method,
		path.split("/").map(encode).join("/"),
		query.split("&").toSorted().join("&"),
		...names.map((name) => `${name}:${headerOf(name).trim().replaceAll(/\s+/gu, " ")}`),
		"",
		signedNames,
		sha256(body)
	].join("\n");
	const scope = `${day}/${region}/${service}/aws4_request`;
	if (hmac([
		day,
		region,
		service,
		"aws4_request"
	].reduce(hmac, `AWS4${keys.secretAccessKey}`), [
		"AWS4-HMAC-SHA256",
		when,
		scope,
		sha256(canonical)
	].join("\n")).toString("hex") === signature) return void 0;
	return fault("InvalidSignatureException", "The request signature we calculated does not match the signature you provided.");
}
function encode(part) {
	return encodeURIComponent(part).replaceAll(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(text) {
	return createHash("sha256").update(text).digest("hex");
}
function hmac(key, text) {
	return createHmac("sha256", key).update(text).digest();
}

// src/embedded/model-service/write-answer.ts
const scriptedMark = "scripted-by-promptgate";
function writeChatAnswer(call, scripted, id, seconds) {
	const reply = typeof scripted === "string" ? { text: scripted } : scripted;
	const tools = (reply.toolCalls ?? []).map(({ name, arguments: written }, index) => ({
		id: `call_${id}_${index}`,
		type: "function",
		function: {
			name,
			arguments: written
		}
	}));
	const usage = reply.usage === void 0 ? countUsage(call.text, reply.text) : reply.usage;
	return {
		id: `chatcmpl-scripted-${id}`,
		object: "chat.completion",
		created: seconds,
		model: reply.servedModel ?? call.model,
		system_fingerprint: reply.fingerprint ?? "scripted-by-promptgate",
		choices: [{
			index: 0,
			message: {
				role: "assistant",
				content: tools.length > 0 && reply.text === "" ? null : reply.text,
				...tools.length === 0 ? {} : { tool_calls: tools }
			},
			logprobs: writeLogprobs(call, reply.logprobs),
			finish_reason: reply.finishReason ?? (tools.length === 0 ? "stop" : "tool_calls")
		}],
		...usage === null ? {} : { usage: writeUsage(usage, reply.costUsd) }
	};
}
function writeLogprobs({ params }, logprobs) {
	if (logprobs === void 0 || params["logprobs"] !== true) return null;
	const most = params["top_logprobs"];
	const top = Object.entries(logprobs).map(([token, logprob]) => ({
		token,
		logprob,
		bytes: null
	})).toSorted((a, b) => b.logprob - a.logprob).slice(0, typeof most === "number" ? most : 0);
	const [first = {
		token: "",
		logprob: 0,
		bytes: null
	}] = top;
	return {
		content: [{
			...first,
			top_logprobs: top
		}],
		refusal: null
	};
}
function writeEmbeddingAnswer(model, texts) {
	const tokens = texts.reduce((sum, text) => sum + estimateTokenCount(text), 0);
	return {
		object: "list",
		model,
		data: texts.map((text, index) => ({
			object: "embedding",
			index,
			embedding: embedText(text)
		})),
		usage: {
			prompt_tokens: tokens,
			total_tokens: tokens
		}
	};
}
function countUsage(asked, said) {
	return {
		inputTokens: estimateTokenCount(asked),
		outputTokens: estimateTokenCount(said)
	};
}
function writeUsage(usage, costUsd) {
	const { inputTokens, outputTokens, cachedTokens, reasoningTokens } = usage;
	return {
		...inputTokens === void 0 ? {} : { prompt_tokens: inputTokens },
		...outputTokens === void 0 ? {} : { completion_tokens: outputTokens },
		...inputTokens === void 0 || outputTokens === void 0 ? {} : { total_tokens: inputTokens + outputTokens },
		...cachedTokens === void 0 ? {} : { prompt_tokens_details: { cached_tokens: cachedTokens } },
		...reasoningTokens === void 0 ? {} : { completion_tokens_details: { reasoning_tokens: reasoningTokens } },
		...costUsd === void 0 ? {} : { cost: costUsd }
	};
}
const dimensions = 64;
function embedText(text) {
	const vector = new Array(dimensions).fill(0);
	for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
		const at = createHash("sha256").update(word).digest().readUInt16BE(0) % dimensions;
		vector[at] = (vector[at] ?? 0) + 1;
	}
	const length = Math.hypot(...vector);
	if (length === 0) return vector.with(0, 1);
	return vector.map((value) => value / length);
}

// src/embedded/model-service/stream-answer.ts
const jsonType = { "content-type": "application/json" };
const streamType = { "content-type": "text/event-stream" };
function streamAnswer(api, answer, params) {
	if (api === "chat" || api === "azure") return streamChat(answer, params);
	if (api === "responses") return streamResponse(answer);
	return api === "anthropic" ? streamMessage(answer) : void 0;
}
function halves(text) {
	const middle = Math.ceil(text.length / 2);
	return [text.slice(0, middle), text.slice(middle)].filter((piece) => piece !== "");
}
const call = object({
	id: string(),
	function: object({
		name: string(),
		arguments: string()
	})
});
const chat$1 = looseObject({
	choices: tuple([looseObject({
		finish_reason: string(),
		message: looseObject({
			content: string().nullable(),
			tool_calls: array(call).default([])
		})
	})]),
	usage: json$2().optional()
});
function streamChat(answer, params) {
	const { choices, usage, ...head } = chat$1.parse(answer);
	const [{ finish_reason, message }] = choices;
	const chunk = (delta, finish = null) => {
		const choice = {
			index: 0,
			delta,
			logprobs: null,
			finish_reason: finish
		};
		return {
			...head,
			object: "chat.completion.chunk",
			choices: [choice]
		};
	};
	const calls = message.tool_calls.flatMap(({ id, function: { name, arguments: written } }, index) => [chunk({ tool_calls: [{
		index,
		id,
		type: "function",
		function: {
			name,
			arguments: ""
		}
	}] }), ...halves(written).map((piece) => chunk({ tool_calls: [{
		index,
		function: { arguments: piece }
	}] }))]);
	const counted = JSON.stringify(params["stream_options"] ?? {}).includes("\"include_usage\":true");
	return {
		opening: [chunk({
			role: "assistant",
			content: ""
		})],
		rest: [
			...halves(message.content ?? "").map((content) => chunk({ content })),
			...calls,
			chunk({}, finish_reason),
			...counted && usage !== void 0 ? [{
				...head,
				object: "chat.completion.chunk",
				choices: [],
				usage
			}] : [],
			"[DONE]"
		]
	};
}
const response = looseObject({
	status: string(),
	output: array(looseObject({
		type: string(),
		arguments: string().default(""),
		content: array(looseObject({ text: string() })).default([])
	}))
});
function streamResponse(answer) {
	const { status, output } = response.parse(answer);
	const begun = {
		...answer,
		status: "in_progress",
		output: [],
		usage: null
	};
	const items = output.flatMap((item, output_index) => [
		{
			type: "response.output_item.added",
			output_index,
			item: {
				...item,
				content: [],
				arguments: ""
			}
		},
		...item.content.flatMap(({ text }, content_index) => halves(text).map((delta) => ({
			type: "response.output_text.delta",
			output_index,
			content_index,
			delta
		}))),
		...halves(item.arguments).map((delta) => ({
			type: "response.function_call_arguments.delta",
			output_index,
			delta
		})),
		{
			type: "response.output_item.done",
			output_index,
			item
		}
	]);
	return {
		opening: [{
			type: "response.created",
			response: begun
		}],
		rest: [...items, {
			type: `response.${status}`,
			response: answer
		}]
	};
}
const message$1 = looseObject({
	content: array(looseObject({
		type: string(),
		text: string().optional(),
		input: json$2().optional(),
		signature: string().optional()
	})),
	stop_reason: string(),
	stop_sequence: _null(),
	usage: looseObject({ output_tokens: number() })
});
function streamMessage(answer) {
	const { content, stop_reason, stop_sequence, usage } = message$1.parse(answer);
	const begun = {
		...answer,
		content: [],
		stop_reason: null,
		usage: {
			...usage,
			output_tokens: 1
		}
	};
	const blocks = content.flatMap(({ type, text, input, signature, ...block }, index) => {
		const delta = (held) => ({
			type: "content_block_delta",
			index,
			delta: held
		});
		const empty = type === "text" ? { text: "" } : type === "tool_use" ? { input: {} } : { signature: "" };
		return [
			{
				type: "content_block_start",
				index,
				content_block: {
					type,
					...block,
					...empty
				}
			},
			{ type: "ping" },
			...halves(text ?? "").map((piece) => delta({
				type: "text_delta",
				text: piece
			})),
			...(input === void 0 ? [] : halves(JSON.stringify(input))).map((piece) => delta({
				type: "input_json_delta",
				partial_json: piece
			})),
			...signature === void 0 ? [] : [delta({
				type: "signature_delta",
				signature
			})],
			{
				type: "content_block_stop",
				index
			}
		];
	});
	return {
		opening: [{
			type: "message_start",
			message: begun
		}],
		rest: [
			...blocks,
			{
				type: "message_delta",
				delta: {
					stop_reason,
					stop_sequence
				},
				usage: {
					...usage,
					input_tokens: null
				}
			},
			{ type: "message_stop" }
		]
	};
}
function writeEvents({ opening, rest }) {
	return [...opening, ...rest].map(writeEvent).join("");
}
function writeEvent(event) {
	if (typeof event === "string") return `data: ${event}\n\n`;
	return `${"type" in event ? `event: ${String(event.type)}\n` : ""}data: ${JSON.stringify(event)}\n\n`;
}
function sendStream(response, { opening, rest }, at) {
	const written = rest.map(writeEvent);
	const until = firstSaid(rest) + 1;
	response.writeHead(200, {
		...streamType,
		"x-scripted": scriptedMark,
		...at.headers
	});
	response.write(opening.map(writeEvent).join(""));
	const first = setTimeout(() => response.write(written.slice(0, until).join("")), at.firstMs);
	const last = setTimeout(() => response.end(written.slice(until).join("")), Math.max(at.firstMs, at.wholeMs));
	response.on("close", () => {
		clearTimeout(first);
		clearTimeout(last);
	});
}
const saying = /"delta":\{"(?:content|tool_calls)"|"type":"(?:text_delta|input_json_delta|response\.[a-z_]+\.delta)"/u;
function firstSaid(rest) {
	return rest.findIndex((event) => saying.test(JSON.stringify(event)));
}

// src/embedded/model-service/commit-fault.ts
const dripMs = 50;
const page = "<!doctype html><html><head><title>Service unavailable</title></head><body>Please come back.</body></html>";
const commit = {
	"rate-limit": ({ refuse }) => refuse(429, overLimit, limited),
	"rate-limit-hint": ({ refuse, fault }) => refuse(429, overLimit, limited, hint(fault.retryAfterMs ?? 20)),
	"server-error": ({ refuse }) => refuse(500, "The server had an error while processing your request.", { type: "server_error" }),
	"unavailable-page": ({ response, fault }) => send$1(response, 503, page, {
		"content-type": "text/html",
		...fault.retryAfterMs === void 0 ? {} : hint(fault.retryAfterMs)
	}),
	reset: ({ response }) => response.socket?.resetAndDestroy(),
	hang: () => {},
	drip: ({ response, body, type }) => drip(response, body, type),
	"cut-body": ({ response, body, type }) => {
		response.writeHead(200, {
			...type,
			"content-length": Buffer.byteLength(body)
		});
		response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
	},
	"cut-json": ({ response, body, type }) => send$1(response, 200, body.slice(0, body.length / 2), type),
	"empty-body": ({ response }) => send$1(response, 200, "", jsonType),
	"empty-choices": ({ response }) => sendJson(response, 200, {
		id: "chatcmpl-0",
		object: "chat.completion",
		model: "scripted",
		choices: [],
		data: []
	}),
	"wrong-shape": ({ response }) => sendJson(response, 200, {
		completion: "said in another API",
		stop_reason: "end"
	}),
	page: ({ response }) => send$1(response, 200, page, { "content-type": "text/html" }),
	"error-in-200": ({ refuse }) => refuse(200, "Upstream provider returned an error", {
		type: "upstream",
		code: "502"
	}),
	redirect: ({ response, fault }) => send$1(response, 307, "", { location: fault.location ?? "http://127.0.0.1:9/v1/chat/completions" }),
	unauthorized: ({ refuse }) => refuse(401, "Incorrect API key provided.", { code: "invalid_api_key" }),
	forbidden: ({ refuse }) => refuse(403, "Your account may not use this model.", { code: "forbidden" }),
	quota: ({ refuse }) => refuse(429, "You exceeded your current quota, please check your plan and billing details.", {
		type: "insufficient_quota",
		code: "insufficient_quota"
	}),
	refused: ({ refuse }) => refuse(400, "This request cannot be served.", { code: "bad_request" })
};
function commitFault(fault, response, lost, write) {
	const refuse = (status, message, about, headers) => {
		const written = write(status, message, about);
		sendJson(response, written.status, written.body, {
			...headers,
			...written.headers
		});
	};
	commit[fault.kind]({
		response,
		...lost,
		fault,
		refuse
	});
}
const overLimit = "Rate limit reached for requests.";
const limited = {
	type: "requests",
	code: "rate_limit_exceeded"
};
function hint(ms) {
	return ms % 1e3 === 0 ? { "retry-after": String(ms / 1e3) } : { "retry-after-ms": String(ms) };
}
function sendJson(response, status, body, headers = {}) {
	send$1(response, status, JSON.stringify(body), {
		...jsonType,
		...headers
	});
}
function send$1(response, status, body, headers) {
	response.writeHead(status, {
		...headers,
		"content-length": Buffer.byteLength(body)
	});
	response.end(body);
}
function drip(response, body, type) {
	response.writeHead(200, type);
	let at = 0;
	const timer = setInterval(() => {
		response.write(body.slice(at, at + 1));
		at += 1;
		if (at >= body.length) response.end();
	}, dripMs);
	response.on("close", () => clearInterval(timer));
}

// src/embedded/model-service/read-call.ts
const part$1 = looseObject({
	text: string().optional(),
	image_url: object({ url: string() }).optional(),
	input_audio: object({
		data: string(),
		format: string()
	}).optional(),
	file: object({
		filename: string(),
		file_data: string()
	}).optional()
});
const called = looseObject({
	id: string().min(1),
	type: literal("function"),
	function: looseObject({
		name: string(),
		arguments: string()
	})
});
const message = looseObject({
	role: _enum([
		"system",
		"developer",
		"user",
		"assistant",
		"tool"
	]),
	content: union([
		string(),
		array(part$1),
		_null()
	]).optional(),
	tool_calls: array(called).min(1).optional(),
	tool_call_id: string().optional()
});
const chat = object({
	model: string(),
	messages: array(message).min(1)
}).catchall(json$2());
const embedding = looseObject({
	model: string(),
	input: union([string(), array(string()).min(1)])
});
function readCall(path, body) {
	const parsed = parseJson(body);
	if (path === "embedding") {
		const read = embedding.safeParse(parsed);
		if (!read.success) return {
			kind: "broken",
			why: prettifyError(read.error)
		};
		const { model, input } = read.data;
		return {
			kind: "embedding",
			model,
			texts: typeof input === "string" ? [input] : input
		};
	}
	const read = chat.safeParse(parsed);
	if (!read.success) return {
		kind: "broken",
		why: prettifyError(read.error)
	};
	const { model, messages: sent, ...params } = read.data;
	const messages = sent.map(readMessage);
	const unpaired = findUnpaired(messages);
	if (unpaired !== void 0) return {
		kind: "broken",
		why: unpaired
	};
	return {
		kind: "chat",
		model,
		params,
		messages
	};
}
function readMessage({ role, content, tool_calls: calls, tool_call_id: answers }) {
	return {
		role,
		content: textOf$1(content),
		...Array.isArray(content) && { parts: content.map(readPart) },
		...calls === void 0 ? {} : { toolCalls: calls.map(({ id, function: { name, arguments: written } }) => ({
			id,
			name,
			arguments: written
		})) },
		...answers === void 0 ? {} : { toolCallId: answers }
	};
}
function findUnpaired(messages) {
	let open = /* @__PURE__ */ new Set();
	for (const { role, toolCalls = [], toolCallId = "" } of messages) {
		if (role === "tool") {
			if (!open.delete(toolCallId)) return `'tool_call_id' ${toolCallId} answers no call before it.`;
			continue;
		}
		if (open.size > 0) break;
		open = new Set(toolCalls.flatMap(({ id }) => id ?? []));
	}
	if (open.size === 0) return void 0;
	return `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id': ${[...open].join(", ")}.`;
}
function textOf$1(content) {
	if (typeof content === "string") return content;
	return (content ?? []).map(({ text }) => text ?? "").join("");
}
function whyUnseen({ model, messages }, { textOnly = [] }) {
	if (!messages.some(({ parts = [] }) => parts.some(({ kind }) => kind !== "text")) || !textOnly.includes(model)) return void 0;
	return "Invalid content type. image_url is only supported by certain models.";
}
function readPart({ text = "", image_url: image, input_audio: audio, file }) {
	if (image !== void 0) return {
		kind: "image",
		source: sourceOf(image.url)
	};
	if (audio !== void 0) return {
		kind: "audio",
		source: {
			kind: "data",
			mediaType: `audio/${audio.format}`,
			base64: audio.data
		}
	};
	if (file !== void 0) return {
		kind: "file",
		source: sourceOf(file.file_data),
		name: file.filename
	};
	return {
		kind: "text",
		text
	};
}
function sourceOf(url) {
	const [, mediaType = "", base64 = ""] = /^data:([^;,]*);base64,(.*)$/su.exec(url) ?? [];
	return base64 === "" ? {
		kind: "url",
		url
	} : {
		kind: "data",
		mediaType,
		base64
	};
}
function parseJson(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}

// src/embedded/model-service/native-calls.ts
const json$1 = json$2();
const text$1 = looseObject({ text: string() });
const texts = (held) => held.flatMap((one) => text$1.safeParse(one).data?.text ?? []).join("");
const content = union([string(), array(json$1)]);
const said = (held) => typeof held === "string" ? held : texts(held);
const bytes$1 = (mediaType, base64) => `data:${mediaType};base64,${base64}`;
const picture = union([
	looseObject({
		type: literal("input_image"),
		image_url: string()
	}).transform((one) => one.image_url),
	looseObject({
		type: literal("image"),
		source: looseObject({
			media_type: string(),
			data: string()
		})
	}).transform(({ source }) => bytes$1(source.media_type, source.data)),
	looseObject({ inlineData: looseObject({
		mimeType: string(),
		data: string()
	}) }).transform(({ inlineData: { mimeType, data } }) => bytes$1(mimeType, data))
]);
function shownBy(held) {
	const urls = typeof held === "string" ? [] : held.flatMap((one) => picture.safeParse(one).data ?? []);
	return urls.length === 0 ? {} : { parts: urls.map((url) => ({
		kind: "image",
		source: sourceOf(url)
	})) };
}
const names = {
	responses: "model input store include max_output_tokens reasoning text tools tool_choice parallel_tool_calls temperature top_p top_logprobs metadata user stream",
	anthropic: "model messages system max_tokens stop_sequences temperature top_p top_k tools tool_choice thinking output_config metadata stream",
	gemini: "contents systemInstruction generationConfig tools toolConfig safetySettings"
};
function readNativeCall(api, written, model) {
	let body;
	try {
		body = JSON.parse(written);
	} catch {
		return {
			kind: "broken",
			why: "The body is no JSON."
		};
	}
	const read = record(string(), json$1).safeParse(body);
	if (!read.success) return {
		kind: "broken",
		why: prettifyError(read.error)
	};
	const unknown = Object.keys(read.data).find((name) => !names[api].split(" ").includes(name));
	if (unknown !== void 0) return {
		kind: "broken",
		why: `${unknown}: Extra inputs are not permitted`
	};
	try {
		return {
			kind: "chat",
			...readers[api](read.data, model)
		};
	} catch (error) {
		if (error instanceof ZodError) return {
			kind: "broken",
			why: prettifyError(error)
		};
		throw error;
	}
}
const readers = {
	responses: readResponses,
	anthropic: readAnthropic,
	gemini: readGemini
};
const item = union([
	strictObject({
		role: _enum([
			"system",
			"developer",
			"user",
			"assistant"
		]),
		content
	}),
	strictObject({
		type: literal("function_call"),
		call_id: string(),
		name: string(),
		arguments: string()
	}),
	strictObject({
		type: literal("function_call_output"),
		call_id: string(),
		output: string()
	}),
	looseObject({
		type: literal("reasoning"),
		encrypted_content: string()
	})
]);
const responses = looseObject({
	model: string(),
	store: literal(false),
	input: array(item).min(1),
	tools: array(looseObject({
		type: string(),
		name: string()
	})).optional()
});
function readResponses(body) {
	const { model, input } = responses.parse(body);
	let sealed = [];
	const messages = [];
	for (const one of input) if (!("type" in one)) messages.push({
		role: one.role,
		content: said(one.content),
		...shownBy(one.content)
	});
	else if (one.type === "function_call_output") messages.push({
		role: "tool",
		content: one.output,
		toolCallId: one.call_id
	});
	else if (one.type === "reasoning") sealed = [...sealed, json$1.parse(one)];
	else {
		const call = {
			id: one.call_id,
			name: one.name,
			arguments: one.arguments
		};
		const last = messages.at(-1);
		const calling = last?.role === "assistant" ? last : void 0;
		if (calling !== void 0) messages.pop();
		const toolCalls = [...calling?.toolCalls ?? [], call];
		messages.push({
			role: "assistant",
			content: calling?.content ?? "",
			toolCalls,
			...carried(sealed)
		});
	}
	const { model: _, input: __, store: ___, ...params } = body;
	return {
		model,
		messages,
		params
	};
}
function carried(sealed) {
	return sealed.length === 0 ? {} : { carried: sealed };
}
const block$1 = union([
	strictObject({
		type: literal("text"),
		text: string().min(1)
	}),
	strictObject({
		type: literal("tool_use"),
		id: string(),
		name: string(),
		input: record(string(), json$1)
	}),
	strictObject({
		type: literal("tool_result"),
		tool_use_id: string(),
		content
	}),
	strictObject({
		type: _enum(["image", "document"]),
		source: looseObject({ type: string() }),
		title: string().optional()
	}),
	strictObject({
		type: literal("thinking"),
		thinking: string(),
		signature: string()
	})
]);
const anthropic = looseObject({
	model: string(),
	max_tokens: int().min(1),
	system: content.optional(),
	messages: array(strictObject({
		role: _enum(["user", "assistant"]),
		content: array(block$1).min(1)
	})).min(1),
	tools: array(looseObject({
		name: string(),
		input_schema: looseObject({ type: literal("object") })
	})).optional(),
	tool_choice: looseObject({ type: _enum([
		"auto",
		"any",
		"tool",
		"none"
	]) }).optional()
});
function readAnthropic(body) {
	const { model, system, messages } = anthropic.parse(body);
	const turns = messages.flatMap(({ role, content: blocks }) => {
		const results = blocks.flatMap((one) => one.type === "tool_result" ? [{
			role: "tool",
			content: said(one.content),
			toolCallId: one.tool_use_id
		}] : []);
		const toolCalls = blocks.flatMap((one) => one.type === "tool_use" ? [{
			id: one.id,
			name: one.name,
			arguments: JSON.stringify(one.input)
		}] : []);
		const sealed = blocks.filter(({ type }) => type === "thinking").map((one) => json$1.parse(one));
		const plain = blocks.filter(({ type }) => type !== "tool_result");
		const calling = toolCalls.length === 0 ? {} : { toolCalls };
		const turn = {
			role,
			content: texts(blocks),
			...shownBy(blocks),
			...calling,
			...carried(sealed)
		};
		return plain.length === 0 ? results : [...results, turn];
	});
	const { model: _, messages: __, system: ___, ...params } = body;
	return {
		model,
		params,
		messages: [...system === void 0 ? [] : [{
			role: "system",
			content: said(system)
		}], ...turns]
	};
}
const part = union([
	strictObject({ text: string() }),
	strictObject({
		functionCall: strictObject({
			id: string().optional(),
			name: string(),
			args: record(string(), json$1)
		}),
		thoughtSignature: string().optional()
	}),
	strictObject({ functionResponse: strictObject({
		id: string().optional(),
		name: string(),
		response: looseObject({ content: json$1 })
	}) }),
	strictObject({ inlineData: strictObject({
		mimeType: string(),
		data: string()
	}) }),
	strictObject({ fileData: strictObject({
		mimeType: string(),
		fileUri: string()
	}) })
]);
const gemini = looseObject({
	contents: array(strictObject({
		role: _enum(["user", "model"]),
		parts: array(part).min(1)
	})).min(1),
	systemInstruction: strictObject({ parts: array(text$1) }).optional(),
	generationConfig: record(string(), json$1).optional(),
	tools: array(looseObject({ functionDeclarations: array(looseObject({ name: string() })).optional() })).optional()
});
function readGemini(body, model) {
	const { contents, systemInstruction, generationConfig = {} } = gemini.parse(body);
	const turns = contents.flatMap(({ role, parts }) => {
		const results = parts.flatMap((one) => {
			if (!("functionResponse" in one)) return [];
			const { id, response } = one.functionResponse;
			return [{
				role: "tool",
				content: typeof response.content === "string" ? response.content : JSON.stringify(response.content),
				...id === void 0 ? {} : { toolCallId: id }
			}];
		});
		const called = parts.flatMap((one) => "functionCall" in one ? [one] : []);
		const toolCalls = called.map(({ functionCall: { id, name, args } }) => {
			return {
				name,
				arguments: JSON.stringify(args),
				...id === void 0 ? {} : { id }
			};
		});
		const sealed = called.flatMap(({ thoughtSignature }) => thoughtSignature ?? []);
		if (results.length === parts.length) return results;
		const turn = {
			role: role === "model" ? "assistant" : "user",
			content: texts(parts),
			...shownBy(parts),
			...toolCalls.length === 0 ? {} : { toolCalls },
			...carried(sealed)
		};
		return [...results, turn];
	});
	const system = systemInstruction === void 0 ? [] : [{
		role: "system",
		content: texts(systemInstruction.parts)
	}];
	const { contents: _, systemInstruction: __, generationConfig: ___, ...rest } = body;
	return {
		model,
		params: {
			...rest,
			...generationConfig
		},
		messages: [...system, ...turns]
	};
}
const embedded = looseObject({ content: looseObject({ parts: array(text$1).min(1) }) });
const embeddedTexts = union([looseObject({ requests: array(embedded).min(1) }), embedded]);
function readGeminiTexts(body, model) {
	const read = embeddedTexts.safeParse(JSON.parse(body));
	if (!read.success) return {
		kind: "broken",
		why: prettifyError(read.error)
	};
	return {
		kind: "embedding",
		model,
		texts: ("requests" in read.data ? array(embedded).parse(read.data.requests) : [embedded.parse(read.data)]).map(({ content: { parts } }) => texts(parts))
	};
}

// src/embedded/model-service/read-converse-call.ts
const json = json$2();
const text = strictObject({ text: string().regex(/\S/u, { error: "The text field in the ContentBlock is blank." }) });
const bytes = strictObject({ bytes: base64() });
const named = string().regex(/^(?:[A-Za-z0-9()[\]-]|\s(?!\s))+$/u);
const block = union([
	text,
	strictObject({ toolUse: strictObject({
		toolUseId: string(),
		name: string(),
		input: record(string(), json)
	}) }),
	strictObject({ toolResult: strictObject({
		toolUseId: string(),
		content: array(text).min(1)
	}) }),
	strictObject({ image: strictObject({
		format: _enum([
			"png",
			"jpeg",
			"gif",
			"webp"
		]),
		source: bytes
	}) }),
	strictObject({ document: strictObject({
		format: string(),
		name: named,
		source: bytes
	}) }),
	strictObject({ audio: strictObject({
		format: string(),
		source: bytes
	}) }),
	strictObject({ reasoningContent: strictObject({ reasoningText: strictObject({
		text: string(),
		signature: string()
	}) }) })
]);
const empty = strictObject({});
const body = strictObject({
	messages: array(strictObject({
		role: _enum(["user", "assistant"]),
		content: array(block).min(1)
	})).min(1),
	system: array(text).optional(),
	inferenceConfig: strictObject({
		maxTokens: int().min(1).optional(),
		temperature: number().optional(),
		topP: number().optional(),
		stopSequences: array(string()).optional()
	}).optional(),
	toolConfig: strictObject({
		tools: array(strictObject({ toolSpec: strictObject({
			name: string(),
			description: string().min(1).optional(),
			inputSchema: strictObject({ json: record(string(), json) }),
			strict: boolean().optional()
		}) })).min(1),
		toolChoice: union([
			strictObject({ auto: empty }),
			strictObject({ any: empty }),
			strictObject({ tool: strictObject({ name: string() }) })
		]).optional()
	}).optional(),
	outputConfig: strictObject({
		effort: _enum([
			"low",
			"medium",
			"high",
			"xhigh",
			"max"
		]).optional(),
		textFormat: strictObject({
			type: literal("json_schema"),
			structure: strictObject({ jsonSchema: strictObject({
				schema: string().transform((written) => json.parse(JSON.parse(written))),
				name: string().optional(),
				description: string().optional()
			}) })
		}).optional()
	}).optional(),
	additionalModelRequestFields: record(string(), json).optional(),
	additionalModelResponseFieldPaths: array(string()).optional(),
	guardrailConfig: looseObject({
		guardrailIdentifier: string(),
		guardrailVersion: string()
	}).optional(),
	requestMetadata: record(string(), string()).optional(),
	performanceConfig: strictObject({ latency: _enum(["standard", "optimized"]) }).optional()
});
function readConverseCall(written, model) {
	let parsed;
	try {
		parsed = JSON.parse(written);
	} catch {
		return {
			kind: "broken",
			why: "The body is no JSON."
		};
	}
	const read = body.safeParse(parsed);
	if (!read.success) return {
		kind: "broken",
		why: prettifyError(read.error)
	};
	const { messages, system = [], inferenceConfig = {}, ...rest } = read.data;
	if (messages.some(({ role }, at) => role !== (at % 2 === 0 ? "user" : "assistant"))) return {
		kind: "broken",
		why: "A conversation must start with a user message and alternate between its roles."
	};
	const turns = messages.flatMap(({ role, content }) => {
		const results = content.flatMap((one) => {
			if (!("toolResult" in one)) return [];
			const { toolUseId, content: said } = one.toolResult;
			return [{
				role: "tool",
				content: textOf(said),
				toolCallId: toolUseId
			}];
		});
		const toolCalls = content.flatMap((one) => {
			if (!("toolUse" in one)) return [];
			const { toolUseId, name, input } = one.toolUse;
			return [{
				id: toolUseId,
				name,
				arguments: JSON.stringify(input)
			}];
		});
		const parts = content.flatMap((one) => {
			if (!("image" in one)) return [];
			const { format, source } = one.image;
			return [{
				kind: "image",
				source: {
					kind: "data",
					mediaType: `image/${format}`,
					base64: source.bytes
				}
			}];
		});
		const carried = content.filter((one) => "reasoningContent" in one).map((one) => json.parse(one));
		if (results.length === content.length) return results;
		const turn = {
			role,
			content: textOf(content),
			...parts.length === 0 ? {} : { parts },
			...toolCalls.length === 0 ? {} : { toolCalls },
			...carried.length === 0 ? {} : { carried }
		};
		return [...results, turn];
	});
	return {
		kind: "chat",
		model,
		params: record(string(), json).parse(JSON.parse(JSON.stringify({
			...rest,
			...inferenceConfig
		}))),
		messages: [...system.length === 0 ? [] : [{
			role: "system",
			content: textOf(system)
		}], ...turns]
	};
}
function textOf(blocks) {
	return blocks.flatMap((one) => text.safeParse(one).data?.text ?? []).join("");
}

// src/embedded/model-service/endpoints.ts
const paths = /* @__PURE__ */ new Map([
	["/v1/chat/completions", {
		api: "chat",
		kind: "chat"
	}],
	["/v1/embeddings", {
		api: "chat",
		kind: "embedding"
	}],
	["/v1/responses", {
		api: "responses",
		kind: "chat"
	}],
	["/v1/messages", {
		api: "anthropic",
		kind: "chat"
	}],
	["/openai/v1/chat/completions", {
		api: "azure",
		kind: "chat"
	}],
	["/openai/v1/embeddings", {
		api: "azure",
		kind: "embedding"
	}],
	["/openai/v1/responses", {
		api: "responses",
		kind: "chat"
	}],
	["/openai/responses", {
		api: "responses",
		kind: "chat"
	}]
]);
function endpointOf(method, target) {
	if (method !== "POST") return void 0;
	const [path = "", query = ""] = target.split("?", 2);
	const [, model, verb] = /^\/v1(?:beta)?\/models\/([^/]+):(\w+)$/u.exec(path) ?? [];
	if (model !== void 0) {
		const kind = verb === "generateContent" ? "chat" : /^(?:batchE|e)mbedContents?$/u.test(verb ?? "") ? "embedding" : void 0;
		return kind === void 0 ? void 0 : {
			api: "gemini",
			kind,
			model: decodeURIComponent(model)
		};
	}
	const [, cloud = path] = /^(?:\/v1)?(\/(?:openai|model)\/.*)$/u.exec(path) ?? [];
	const [, asked] = /^\/model\/([^/]+)\/converse$/u.exec(cloud) ?? [];
	if (asked !== void 0) return {
		api: "bedrock",
		kind: "chat",
		model: decodeURIComponent(asked)
	};
	const isDated = /^api-version=\d{4}-\d{2}-\d{2}(?:-preview)?$/u.test(query);
	if (/^\/openai\/(?!v1\/)/u.test(cloud) && !isDated) return void 0;
	const [, deployment, what] = /^\/openai\/deployments\/([^/]+)\/(chat\/completions|embeddings)$/u.exec(cloud) ?? [];
	if (deployment !== void 0) return {
		api: "azure",
		kind: what === "embeddings" ? "embedding" : "chat",
		model: decodeURIComponent(deployment)
	};
	const found = paths.get(cloud);
	return found === void 0 ? void 0 : {
		...found,
		model: ""
	};
}
function readBy({ api, kind, model }, body) {
	if (api === "gemini" && kind === "embedding") return readGeminiTexts(body, model);
	if (api === "bedrock") return readConverseCall(body, model);
	if (api !== "chat" && api !== "azure") return readNativeCall(api, body, model);
	const call = readCall(kind, body);
	return model === "" || call.kind === "broken" ? call : {
		...call,
		model
	};
}
function rateHeaders(api, limit, counted) {
	const { remaining, resetMs } = counted;
	if (api === "gemini" || api === "bedrock") return {};
	if (api === "anthropic") return {
		"anthropic-ratelimit-requests-limit": String(limit),
		"anthropic-ratelimit-requests-remaining": String(remaining),
		"anthropic-ratelimit-requests-reset": new Date(Date.now() + resetMs).toISOString()
	};
	return {
		"x-ratelimit-limit-requests": String(limit),
		"x-ratelimit-remaining-requests": String(remaining),
		"x-ratelimit-reset-requests": `${resetMs}ms`
	};
}

// src/embedded/model-service/native-answers.ts
function writeNativeAnswer(api, call, scripted, id, seconds) {
	const reply = typeof scripted === "string" ? { text: scripted } : scripted;
	const calls = (reply.toolCalls ?? []).map(({ name, arguments: written }, index) => {
		return {
			id: `call_${id}_${index}`,
			name,
			arguments: written
		};
	});
	const end = reply.finishReason ?? (calls.length === 0 ? "stop" : "tool_calls");
	const usage = reply.usage ?? countUsage(call.text, reply.text);
	return writers[api]({
		reply,
		calls,
		model: reply.servedModel ?? call.model,
		usage,
		end,
		id,
		seconds
	});
}
const writers = {
	responses: writeResponse,
	anthropic: writeMessage,
	gemini: writeGenerated,
	bedrock: writeConverse
};
function writeResponse({ reply, calls, model, usage, end, id, seconds }) {
	const why = end === "length" ? "max_output_tokens" : "content_filter";
	const isCut = end === "length" || end === "content_filter";
	const { inputTokens = 0, outputTokens = 0, cachedTokens = 0, reasoningTokens = 0 } = usage;
	const output = [];
	if (reply.sealed !== void 0) output.push({
		id: `rs_${id}`,
		type: "reasoning",
		summary: [],
		encrypted_content: reply.sealed
	});
	if (reply.text !== "") output.push({
		id: `msg_${id}`,
		type: "message",
		role: "assistant",
		status: "completed",
		content: [{
			type: "output_text",
			text: reply.text,
			annotations: []
		}]
	});
	for (const { id: call, name, arguments: written } of calls) output.push({
		type: "function_call",
		call_id: call,
		name,
		arguments: written,
		status: "completed"
	});
	return {
		id: `resp_scripted_${id}`,
		object: "response",
		created_at: seconds,
		status: isCut ? "incomplete" : "completed",
		access_programs: null,
		error: null,
		incomplete_details: isCut ? { reason: why } : null,
		instructions: null,
		metadata: { made: scriptedMark },
		model,
		output,
		output_text: reply.text,
		parallel_tool_calls: true,
		temperature: null,
		tool_choice: "auto",
		tools: [],
		top_p: null,
		usage: {
			input_tokens: inputTokens,
			input_tokens_details: {
				cached_tokens: cachedTokens,
				cache_write_tokens: 0
			},
			output_tokens: outputTokens,
			output_tokens_details: { reasoning_tokens: reasoningTokens },
			total_tokens: inputTokens + outputTokens
		}
	};
}
const stops = {
	stop: "end_turn",
	tool_calls: "tool_use",
	length: "max_tokens",
	content_filter: "refusal"
};
function writeMessage({ reply, calls, model, usage, end, id }) {
	const { inputTokens = 0, outputTokens = 0, cachedTokens = 0, reasoningTokens } = usage;
	const isKnown = (name) => Object.hasOwn(stops, name);
	return {
		id: `msg_scripted_${id}`,
		type: "message",
		role: "assistant",
		model,
		container: null,
		content: [
			...reply.sealed === void 0 ? [] : [{
				type: "thinking",
				thinking: "",
				signature: reply.sealed
			}],
			...reply.text === "" ? [] : [{
				type: "text",
				text: reply.text,
				citations: null
			}],
			...calls.map(({ id: call, name, arguments: written }) => {
				return {
					type: "tool_use",
					id: call,
					name,
					input: JSON.parse(written),
					caller: { type: "direct" }
				};
			})
		],
		stop_reason: isKnown(end) ? stops[end] : "end_turn",
		stop_sequence: null,
		stop_details: null,
		diagnostics: null,
		usage: {
			input_tokens: inputTokens - cachedTokens,
			output_tokens: outputTokens,
			cache_creation: null,
			cache_creation_input_tokens: 0,
			cache_read_input_tokens: cachedTokens,
			inference_geo: null,
			output_tokens_details: reasoningTokens === void 0 ? null : { thinking_tokens: reasoningTokens },
			server_tool_use: null,
			service_tier: "standard",
			speed: null
		}
	};
}
const finishes = {
	length: "MAX_TOKENS",
	content_filter: "SAFETY"
};
function writeGenerated({ reply, calls, model, usage, end, id }) {
	const { inputTokens = 0, outputTokens = 0, cachedTokens, reasoningTokens } = usage;
	const signed = reply.sealed === void 0 ? {} : { thoughtSignature: reply.sealed };
	const functions = calls.map(({ id: call, name, arguments: written }) => {
		return {
			functionCall: {
				id: call,
				name,
				args: JSON.parse(written)
			},
			...signed
		};
	});
	return {
		candidates: [{
			index: 0,
			finishReason: finishes[end] ?? "STOP",
			content: {
				role: "model",
				parts: [...reply.text === "" ? [] : [{ text: reply.text }], ...functions]
			}
		}],
		modelVersion: model,
		responseId: `gen_scripted_${id}`,
		usageMetadata: {
			promptTokenCount: inputTokens,
			candidatesTokenCount: outputTokens - (reasoningTokens ?? 0),
			totalTokenCount: inputTokens + outputTokens,
			...cachedTokens === void 0 ? {} : { cachedContentTokenCount: cachedTokens },
			...reasoningTokens === void 0 ? {} : { thoughtsTokenCount: reasoningTokens }
		}
	};
}
const ends = {
	tool_calls: "tool_use",
	length: "max_tokens",
	content_filter: "guardrail_intervened"
};
function writeConverse({ reply, calls, usage, end }) {
	const { inputTokens = 0, outputTokens = 0, cachedTokens = 0 } = usage;
	const signed = { reasoningText: {
		text: "A thought.",
		signature: reply.sealed
	} };
	return {
		output: { message: {
			role: "assistant",
			content: [
				...reply.sealed === void 0 ? [] : [{ reasoningContent: signed }],
				...reply.text === "" ? [] : [{ text: reply.text }],
				...calls.map(({ id: toolUseId, name, arguments: written }) => {
					return { toolUse: {
						toolUseId,
						name,
						input: JSON.parse(written)
					} };
				})
			]
		} },
		stopReason: ends[end] ?? "end_turn",
		usage: {
			inputTokens: inputTokens - cachedTokens,
			outputTokens,
			totalTokens: inputTokens + outputTokens,
			cacheReadInputTokens: cachedTokens,
			cacheWriteInputTokens: 0
		},
		metrics: { latencyMs: 1 }
	};
}
function writeGeminiVectors(texts) {
	const embeddings = texts.map((text) => ({ values: embedText(text) }));
	return texts.length === 1 ? { embedding: embeddings[0] } : { embeddings };
}

// src/embedded/model-service/service-state.ts
var ServiceState = class {
	script;
	#requests = [];
	#arrivals = /* @__PURE__ */ new Map();
	#answers = /* @__PURE__ */ new Map();
	#faults = /* @__PURE__ */ new Map();
	#count;
	#arrived = 0;
	#answered = 0;
	#limited = 0;
	#refused = 0;
	#atOnce = 0;
	#mostAtOnce = 0;
	constructor(script) {
		this.script = script;
		this.#count = script.rate === void 0 ? void 0 : countInWindow(script.rate.requests, script.rate.windowMs);
	}
	enter() {
		this.#arrived += 1;
		this.#atOnce += 1;
		this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#atOnce);
		return () => {
			this.#atOnce -= 1;
		};
	}
	get atOnce() {
		return this.#atOnce;
	}
	countRate(now) {
		return this.#count?.(now);
	}
	record(call) {
		if (this.script.record !== false) this.#requests.push(call);
	}
	arrive(key) {
		return countUp(this.#arrivals, key);
	}
	answer(key) {
		this.#answered += 1;
		return countUp(this.#answers, key);
	}
	fault(kind) {
		countUp(this.#faults, kind);
	}
	limit() {
		this.#limited += 1;
	}
	refuse() {
		this.#refused += 1;
	}
	get arrived() {
		return this.#arrived;
	}
	get answered() {
		return this.#answered;
	}
	recorded() {
		return this.#requests;
	}
	stats() {
		return {
			arrived: this.#arrived,
			answered: this.#answered,
			faults: new Map(this.#faults),
			limited: this.#limited,
			refused: this.#refused,
			mostAtOnce: this.#mostAtOnce
		};
	}
};
function keyOf(body) {
	return createHash("sha1").update(body).digest("base64");
}
function countUp(counts, key) {
	const before = counts.get(key) ?? 0;
	counts.set(key, before + 1);
	return before;
}
function countInWindow(requests, windowMs) {
	let opened = Number.NEGATIVE_INFINITY;
	let seen = 0;
	return (now) => {
		if (now - opened >= windowMs) {
			opened = now;
			seen = 0;
		}
		const over = seen >= requests;
		if (!over) seen += 1;
		return {
			over,
			remaining: requests - seen,
			resetMs: Math.max(1, Math.ceil(opened + windowMs - now))
		};
	};
}

// src/embedded/model-service/write-error.ts
const anthropicTypes = {
	401: "authentication_error",
	403: "permission_error",
	404: "not_found_error",
	429: "rate_limit_error",
	500: "api_error"
};
const googleStatuses = {
	401: "UNAUTHENTICATED",
	403: "PERMISSION_DENIED",
	404: "NOT_FOUND",
	429: "RESOURCE_EXHAUSTED",
	500: "INTERNAL"
};
function writeForOpenAi(status, message, about = {}) {
	return {
		status,
		body: writeError(message, about)
	};
}
function writeForAnthropic(status, message, { code } = {}) {
	const isSpent = code === "insufficient_quota";
	const said = isSpent ? "Your credit balance is too low to access the Anthropic API." : message;
	const type = isSpent ? "invalid_request_error" : anthropicTypes[status] ?? "invalid_request_error";
	return {
		status: isSpent ? 400 : status,
		body: {
			type: "error",
			error: {
				type,
				message: said
			}
		}
	};
}
function writeForGoogle(status, message, { code } = {}) {
	const isKey = code === "invalid_api_key";
	const info = (type, held) => ({
		"@type": `type.googleapis.com/google.rpc.${type}`,
		...held
	});
	const details = isKey ? [info("ErrorInfo", {
		reason: "API_KEY_INVALID",
		domain: "googleapis.com"
	})] : code === "insufficient_quota" ? [info("QuotaFailure", { violations: [{ quotaId: "GenerateRequestsPerDayPerProjectPerModel" }] })] : [];
	const said = isKey ? "API key not valid. Please pass a valid API key." : message;
	const sent = isKey ? 400 : status;
	return {
		status: sent,
		body: { error: {
			code: sent,
			message: said,
			status: googleStatuses[sent] ?? "INVALID_ARGUMENT",
			details
		} }
	};
}
const amazonTypes = {
	403: "AccessDeniedException",
	429: "ThrottlingException",
	500: "InternalServerException"
};
function writeForAmazon(status, message, { code = "", type } = {}) {
	const [sent, said] = {
		invalid_api_key: [403, "Authentication failed: Please make sure your API Key is valid."],
		model_not_found: [400, "The provided model identifier is invalid."],
		insufficient_quota: [429, "Too many tokens per day, please wait before trying again."]
	}[code] ?? [status, message];
	const kind = (type?.endsWith("Exception") === true ? type : void 0) ?? amazonTypes[sent] ?? "ValidationException";
	return {
		status: sent,
		body: { message: said },
		headers: { "x-amzn-errortype": kind }
	};
}
function writeForAzure(status, message, about = {}) {
	const code = status === 401 ? "401" : status === 404 ? "DeploymentNotFound" : void 0;
	return {
		status,
		body: code === void 0 ? writeError(message, about) : { error: {
			code,
			message
		} }
	};
}
const errorWriters = {
	chat: writeForOpenAi,
	responses: writeForOpenAi,
	anthropic: writeForAnthropic,
	gemini: writeForGoogle,
	bedrock: writeForAmazon,
	azure: writeForAzure
};
function writeError(message, about = {}) {
	return { error: {
		message,
		type: about.type ?? "invalid_request_error",
		param: about.param ?? null,
		code: about.code ?? null
	} };
}

// src/embedded/model-service/answer-request.ts
function answerRequest(state, incoming) {
	const { script } = state;
	const path = endpointOf(incoming.method, incoming.target);
	const refuseBy = errorWriters[path?.api ?? "chat"];
	if (script.aws !== void 0 && path?.api === "bedrock") {
		const fault = checkSignature(incoming, script.aws, Date.now() / 1e3);
		if (fault !== void 0) {
			state.refuse();
			return send(refuseBy(403, fault.message, fault.about));
		}
	} else if (script.key !== void 0 && authorizationOf(incoming.headers) !== `Bearer ${script.key}`) {
		state.refuse();
		return send(refuseBy(401, "Incorrect API key provided.", { code: "invalid_api_key" }));
	}
	if (incoming.method === "GET" && incoming.target === "/v1/models") {
		const { shutdowns = {} } = script;
		return now(200, {
			object: "list",
			data: [.../* @__PURE__ */ new Set([...script.models ?? [], ...Object.keys(shutdowns)])].map((id) => ({
				id,
				object: "model",
				shutdown_date: shutdowns[id] ?? null
			}))
		});
	}
	if (path === void 0) {
		state.refuse();
		return now(404, writeError(`Unknown request URL: ${incoming.method} ${incoming.target}.`, { code: "unknown_url" }));
	}
	const counted = state.countRate(performance.now());
	const headers = counted === void 0 ? {} : rateHeaders(path.api, script.rate?.requests ?? 0, counted);
	if (counted?.over || script.atOnce !== void 0 && state.atOnce > script.atOnce) {
		state.limit();
		const after = counted?.over ? { "retry-after-ms": String(counted.resetMs) } : {};
		return send(refuseBy(429, "Rate limit reached.", {
			type: "requests",
			code: "rate_limit_exceeded"
		}), {
			...headers,
			...after
		});
	}
	const call = readBy(path, incoming.body);
	const refusal = refuse(state, call, path.api);
	if (refusal !== void 0) {
		state.refuse();
		return refusal;
	}
	if (call.kind === "broken") return send(refuseBy(400, call.why));
	state.record(call);
	return answerCall(state, call, {
		body: incoming.body,
		headers,
		api: path.api
	});
}
function answerCall(state, call, { body, headers, api }) {
	const { script } = state;
	const key = keyOf(body);
	const text = call.kind === "chat" ? call.messages.map(({ content }) => content).join("\n") : call.texts.join("\n");
	const attempt = state.arrive(key);
	const chance = drawChance(script.seed, "fault", key, attempt);
	const fault = script.faults?.({
		model: call.model,
		text,
		attempt,
		arrival: state.arrived - 1,
		random: chance
	});
	const delayMs = (script.latency?.ms ?? 0) + (script.latency?.jitterMs ?? 0) * chance();
	if (fault !== void 0) {
		state.fault(fault.kind);
		const lost = write(api, scriptedCall(call, text, 0, chance), "a reply that never arrived whole", 0);
		const events = streamed(api, call, lost);
		const body = events === void 0 ? JSON.stringify(lost) : writeEvents(events);
		const type = events === void 0 ? jsonType : streamType;
		return {
			delayMs,
			send: (response) => commitFault(fault, response, {
				body,
				type
			}, errorWriters[api])
		};
	}
	if (call.kind === "embedding") {
		state.answer(key);
		const { model, texts } = call;
		return {
			...now(200, api === "gemini" ? writeGeminiVectors(texts) : writeEmbeddingAnswer(model, texts), headers),
			delayMs
		};
	}
	const ordinal = state.answer(key);
	const asked = scriptedCall(call, text, ordinal, drawChance(script.seed, "reply", key, ordinal));
	const reply = replyTo(asked, script.rules ?? [], script.otherwise);
	if (reply === void 0) return send(errorWriters[api](400, `No rule of the script fits: ${text.slice(0, 200)}`, { code: "no_rule" }));
	const answer = write(api, asked, reply, state.answered);
	const { latencyMs: wholeMs = delayMs, firstTokenMs: firstMs = script.latency?.firstTokenMs ?? wholeMs } = typeof reply === "string" ? {} : reply;
	const named = api === "bedrock" ? { "x-amzn-requestid": `scripted-${state.answered}` } : {};
	const events = streamed(api, call, answer);
	return events === void 0 ? {
		...now(200, answer, {
			...headers,
			...named
		}),
		delayMs: wholeMs
	} : {
		delayMs: 0,
		send: (response) => sendStream(response, events, {
			headers,
			firstMs,
			wholeMs
		})
	};
}
function streamed(api, call, answer) {
	return call.kind === "chat" && call.params["stream"] === true ? streamAnswer(api, answer, call.params) : void 0;
}
function write(api, call, reply, id) {
	const seconds = Math.floor(Date.now() / 1e3);
	return api === "chat" || api === "azure" ? writeChatAnswer(call, reply, id, seconds) : writeNativeAnswer(api, call, reply, id, seconds);
}
function refuse({ script }, call, api) {
	const refuseBy = errorWriters[api];
	if (call.kind === "broken") return send(refuseBy(400, call.why));
	if (script.models !== void 0 && !script.models.includes(call.model)) return send(refuseBy(404, `The model \`${call.model}\` does not exist.`, { code: "model_not_found" }));
	if (call.kind === "embedding") return void 0;
	if (call.params["stream"] === true && script.refusesStream !== void 0) return send(refuseBy(400, script.refusesStream, { param: "stream" }));
	const why = whyUnseen(call, script) ?? (api === "chat" || api === "azure" ? script.refusesChat?.(call.params) : void 0);
	if (why !== void 0) return send(refuseBy(400, why));
	const refused = {
		...script.unsupported?.["*"],
		...script.unsupported?.[call.model]
	};
	const param = Object.keys(refused).find((name) => Object.hasOwn(call.params, name));
	if (param === void 0) return void 0;
	const instead = refused[param];
	return send(refuseBy(400, `Unsupported parameter: '${param}' is not supported with this model.${instead === null || instead === void 0 ? "" : ` Use '${instead}' instead.`}`, {
		code: "unsupported_parameter",
		param
	}));
}
function scriptedCall(call, text, ordinal, random) {
	const messages = call.kind === "chat" ? call.messages : [];
	const params = call.kind === "chat" ? call.params : {};
	const ofSystem = messages.filter(({ role }) => role === "system" || role === "developer");
	return {
		model: call.model,
		messages,
		params,
		text,
		ordinal,
		random,
		system: ofSystem.map(({ content }) => content).join("\n"),
		user: messages.findLast(({ role }) => role === "user")?.content ?? ""
	};
}
function replyTo(call, rules, otherwise) {
	const reply = rules.find((rule) => fits(rule, call))?.reply ?? otherwise;
	return typeof reply === "function" ? reply(call) : reply;
}
function fits({ model, when }, call) {
	if (typeof model === "string" && model !== call.model) return false;
	if (model instanceof RegExp && !model.test(call.model)) return false;
	if (when === void 0) return true;
	if (typeof when === "string") return call.text.includes(when);
	return when instanceof RegExp ? when.test(call.text) : when(call);
}
function authorizationOf(headers) {
	const key = headers["x-api-key"] ?? headers["x-goog-api-key"] ?? headers["api-key"];
	return headers.authorization ?? (key === void 0 ? void 0 : `Bearer ${String(key)}`);
}
function send({ status, body, headers: own }, headers = {}) {
	return now(status, body, {
		...headers,
		...own
	});
}
function now(status, body, headers = {}) {
	const written = JSON.stringify(body);
	return {
		delayMs: 0,
		send: (response) => {
			response.writeHead(status, {
				"content-type": "application/json",
				"x-scripted": scriptedMark,
				...headers,
				"content-length": Buffer.byteLength(written)
			});
			response.end(written);
		}
	};
}
function drawChance(...words) {
	let drawn = 0;
	return () => {
		const digest = createHash("sha256").update(JSON.stringify([...words, drawn])).digest();
		drawn += 1;
		return digest.readUIntBE(0, 6) / 2 ** 48;
	};
}

// src/embedded/model-service/start-model-service.ts
async function startModelService(script, port = 0) {
	const state = new ServiceState(script);
	const server = createServer({
		keepAliveTimeout: 6e4,
		noDelay: true
	}, (request, response) => {
		serve(state, request, response);
	});
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the model service has no port");
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		requests: () => state.recorded(),
		stats: () => state.stats(),
		close: () => new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		})
	};
}
async function serve(state, request, response) {
	const chunks = [];
	request.on("data", (chunk) => chunks.push(chunk));
	if (!await new Promise((resolve) => {
		request.once("end", () => resolve(true));
		request.once("error", () => resolve(false));
		request.once("close", () => resolve(false));
	})) return;
	const left = state.enter();
	response.once("close", left);
	const handled = answerRequest(state, {
		method: request.method ?? "GET",
		target: request.url ?? "/",
		headers: request.headers,
		body: Buffer.concat(chunks).toString("utf8")
	});
	if (handled.delayMs > 0) setTimeout(() => deliver(handled, response), handled.delayMs);
	else deliver(handled, response);
}
function deliver(handled, response) {
	if (response.destroyed) return;
	handled.send(response);
}

// src/embedded/runner/run-action.ts
var import_dist = require_dist();
async function runAction(step) {
	const temp = await mkdtemp(join(tmpdir(), "promptgate-step-"));
	try {
		const files = {
			output: join(temp, "output"),
			summary: join(temp, "summary.md"),
			state: join(temp, "state"),
			event: join(temp, "event.json")
		};
		await Promise.all([
			files.output,
			files.summary,
			files.state
		].map((file) => writeFile(file, "")));
		await writeFile(files.event, JSON.stringify(step.event.payload));
		const described = (0, import_dist.parse)(await readFile(join(step.action, "action.yml"), "utf8"));
		const script = step.phase === "post" ? described.runs.post : described.runs.main;
		if (script === void 0) throw new Error("action.yml names no script for this phase");
		const started = performance.now();
		const ended = await start(join(step.action, script), environmentOf(step, described, files, temp), step.workspace ?? temp, step);
		const wallMs = performance.now() - started;
		const [output, state, summary] = await Promise.all([
			files.output,
			files.state,
			files.summary
		].map((file) => readFile(file, "utf8")));
		return {
			...ended,
			wallMs,
			outputs: readCommandFile(output ?? ""),
			state: readCommandFile(state ?? ""),
			summary: summary ?? ""
		};
	} finally {
		await rm(temp, {
			recursive: true,
			force: true
		});
	}
}
function environmentOf(step, action, files, temp) {
	const token = step.token ?? "ghs_embedded";
	const inputs = {};
	for (const [name, { default: fallback }] of Object.entries(action.inputs)) inputs[name] = (fallback ?? "").replaceAll("${{ github.token }}", token);
	Object.assign(inputs, step.inputs);
	const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]);
	const state = Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
	return {
		PATH: process.env.PATH ?? "",
		HOME: temp,
		CI: "true",
		GITHUB_ACTIONS: "true",
		GITHUB_API_URL: step.api,
		GITHUB_GRAPHQL_URL: `${step.api}/graphql`,
		GITHUB_SERVER_URL: "https://github.com",
		GITHUB_REPOSITORY: step.repository,
		GITHUB_EVENT_NAME: step.event.name,
		GITHUB_EVENT_PATH: files.event,
		GITHUB_SHA: step.sha,
		GITHUB_REF: step.ref,
		GITHUB_ACTOR: step.actor ?? "octocat",
		GITHUB_RUN_ID: String(step.runId ?? 1),
		GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
		GITHUB_WORKFLOW: "promptgate",
		GITHUB_JOB: "promptgate",
		GITHUB_WORKSPACE: step.workspace ?? temp,
		GITHUB_OUTPUT: files.output,
		GITHUB_STEP_SUMMARY: files.summary,
		GITHUB_STATE: files.state,
		RUNNER_TEMP: step.temp ?? temp,
		RUNNER_OS: "Linux",
		...step.env,
		...Object.fromEntries(named),
		...Object.fromEntries(state)
	};
}
function start(script, env, cwd, step) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script], {
			env,
			cwd,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		});
		let [stdout, stderr] = ["", ""];
		child.stdout.setEncoding("utf8").on("data", (text) => {
			stdout += text;
			step.onOutput?.(text);
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			stderr += text;
			step.onOutput?.(text);
		});
		const ending = [];
		step.signal?.addEventListener("abort", () => {
			child.kill("SIGINT");
			ending.push(setTimeout(() => child.kill("SIGTERM"), 7500), setTimeout(() => child.kill("SIGKILL"), 1e4));
		});
		step.lost?.addEventListener("abort", () => child.kill("SIGKILL"));
		child.on("error", reject);
		child.on("close", (exitCode) => {
			for (const timer of ending) clearTimeout(timer);
			resolve({
				exitCode,
				stdout,
				stderr
			});
		});
	});
}
function readCommandFile(text) {
	const values = {};
	const lines = text.split("\n");
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const block = /^(?<name>[^=]+?)<<(?<delimiter>.+)$/.exec(line)?.groups;
		if (block?.name !== void 0 && block.delimiter !== void 0) {
			const end = lines.indexOf(block.delimiter, at + 1);
			if (end < 0) throw new Error(`the block of '${block.name}' never ends`);
			values[block.name] = lines.slice(at + 1, end).join("\n");
			at = end;
		} else if (line.includes("=")) values[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
	}
	return values;
}

// src/embedded/demo/demo-script.ts
const wordings = {
	good: array(string()).min(1),
	bad: array(string()).min(1).optional()
};
const lines = object({
	replies: record(string(), object({
		question: string(),
		"asked-again": string().optional(),
		...wordings
	})),
	conversations: record(string(), array(object({
		says: string(),
		...wordings
	})))
});
const chances = {
	"refund-after-40-days": ({ cheap, edited }) => cheap && edited ? 1 : 0,
	"refund-late-gift": ({ cheap, edited }) => cheap && edited ? 1 : 0,
	"refund-under-pressure": ({ cheap, edited }) => cheap && edited ? 1 : 0,
	"off-topic-poem": ({ cheap, edited }) => cheap && !edited ? 1 : 0,
	"shipping-late-parcel": ({ cheap, edited }) => cheap && !edited ? 1 : 0,
	"tone-angry": ({ cheap }) => cheap ? .35 : 0
};
const EDITED = "warm and welcoming voice";
async function readDemoScript(fixtures) {
	const { replies, conversations } = lines.parse((0, import_dist.parse)(await readFile(join(fixtures, "replies.yml"), "utf8")));
	const said = [...Object.entries(replies).map(([id, { question, ...rest }]) => ({
		id,
		message: question,
		...rest
	})), ...Object.entries(conversations).flatMap(([id, turns]) => turns.map(({ says, ...rest }) => ({
		id,
		message: says,
		...rest
	})))];
	const byMessage = new Map(said.map(({ id, message, good, bad }) => [message, {
		id,
		good,
		bad: bad ?? good
	}]));
	const askedAgain = new Map(Object.values(replies).flatMap(({ question, good, bad = [], "asked-again": again = question }) => [...good, ...bad].map((reply) => [reply, again])));
	return {
		seed: "hazel",
		latency: {
			ms: 40,
			jitterMs: 60
		},
		rules: [
			...judgeRules("grader1", (reply) => askedAgain.get(reply)),
			userRule("grader1", Object.values(conversations).map((turns) => turns.map(({ says }) => says))),
			{
				when: (call) => byMessage.has(call.user),
				reply: (call) => drawReply(call, byMessage.get(call.user))
			}
		]
	};
}
function drawReply(call, written) {
	if (written === void 0) return "";
	const chance = chances[written.id]?.({
		cheap: call.model.endsWith("-mini"),
		edited: call.system.includes(EDITED)
	}) ?? 0;
	const choice = call.random() < chance ? written.bad : written.good;
	return choice[Math.floor(call.random() * choice.length)] ?? "";
}
function userRule(model, conversations) {
	const next = new Map(conversations.flatMap((lines) => lines.map((line, index) => [line, lines[index + 1]])));
	return {
		model,
		when: (call) => formOf(call) === "move",
		reply: ({ text }) => {
			const [said = "", answered = ""] = lastExchange(text);
			const message = next.get(said) ?? "";
			const state = PROMISES.test(answered) ? "met" : message === "" ? "given-up" : "going";
			return JSON.stringify({
				message: state === "going" ? message : "",
				state
			});
		}
	};
}
function lastExchange(text) {
	const heard = /<<<(?<token>\w+)\n(?<heard>[\s\S]*?)\n\k<token>>>>/u.exec(text)?.groups?.["heard"] ?? "";
	return heard.slice(heard.lastIndexOf("YOU: ") + 5).split("\n\nASSISTANT: ");
}
const PROMISES = /(?:happy|glad) to (?:refund|take it back)|refund your|money will be/iu;
function judgeRules(model, questionFor) {
	return [
		rule(model, "grade", (call) => {
			const [reason, score] = PROMISES.test(exhibit(call, "REPLY")) ? ["It promises money that the policy does not allow.", 2] : ["It answers from the policy and stays polite.", 8 + Math.floor(call.random() * 2)];
			return {
				reason,
				score
			};
		}),
		rule(model, "statements", (call) => ({ statements: statements(exhibit(call, "REPLY")) })),
		rule(model, "verdicts", (call) => ({ verdicts: exhibit(call, "STATEMENTS").split("\n").filter((line) => line.trim() !== "").map((line, index) => {
			const supported = !PROMISES.test(line);
			return {
				statement: index + 1,
				supported,
				reason: supported ? "The context says so." : "The context allows no refund after 30 days."
			};
		}) })),
		rule(model, "question", (call) => {
			return {
				question: questionFor(exhibit(call, "REPLY")) ?? "What does the shop say about this?",
				noncommittal: false
			};
		}),
		rule(model, "relevance", () => ({
			reason: "The passage holds the rule that is asked about.",
			rating: 2
		}))
	];
}
function rule(model, form, answer) {
	return {
		model,
		when: (call) => formOf(call) === form,
		reply: (call) => JSON.stringify(answer(call))
	};
}
function formOf({ params }) {
	const asked = JSON.stringify(params["response_format"] ?? null);
	return /"name":"(?<name>\w+)"/u.exec(asked)?.groups?.["name"];
}
function exhibit({ text }, name) {
	return new RegExp(`^${name}[^\\n]*:\\n<<<(?<token>\\w+)\\n(?<shown>[^]*?)\\n\\k<token>>>>`, "mu").exec(text)?.groups?.["shown"] ?? "";
}
function statements(text) {
	return (text.match(/[^.!?]+[.!?]+/gu) ?? [text]).map((sentence) => sentence.trim()).filter((sentence) => !sentence.endsWith("?") && !sentence.startsWith("Please "));
}

// src/embedded/demo/run-demo.ts
const REPOSITORY = "fernwood/shop";
const PULL = 7;
async function runDemo({ say, signal }) {
	const root = findRoot();
	const fixtures = join(root, "fixtures", "demo");
	say("A pull request edits the support prompt of a shop. Its replies are scripted: no model is asked, nothing leaves this machine.");
	const repository = await buildRepository(fixtures);
	const models = await startModelService(await readDemoScript(fixtures));
	const github = await startGitHub({
		directory: repository.folder,
		repository: REPOSITORY,
		description: join(root, "fixtures", "github-api.json"),
		pulls: [{
			number: PULL,
			title: "Make the support prompt warmer",
			author: "robin",
			base: repository.base,
			head: repository.head
		}]
	});
	try {
		const folder = resolve("promptgate-report");
		await mkdir(folder, { recursive: true });
		const step = await runAction({
			action: root,
			inputs: {
				"base-url": models.url,
				"api-key": "demo-key-of-no-worth",
				artifact: ""
			},
			event: {
				name: "pull_request",
				payload: await github.pullRequestEvent(PULL, "opened")
			},
			api: github.url,
			repository: REPOSITORY,
			sha: repository.headSha,
			ref: `refs/pull/${PULL}/merge`,
			workspace: repository.folder,
			temp: folder,
			signal
		});
		const [comment] = github.comments(PULL);
		const { calls = "?", verdict, "report-json": json, "report-html": html } = step.outputs;
		if (comment === void 0 || json === void 0 || html === void 0 || verdict !== "regressed") {
			say(step.stdout + step.stderr);
			return;
		}
		say(`The action ended with exit ${step.exitCode} (${verdict}) after ${calls} calls and ${(step.wallMs / 1e3).toFixed(1)} s.`);
		return step.exitCode === 1 ? {
			comment: textBesideMarker(comment.body),
			json,
			html
		} : void 0;
	} finally {
		await Promise.all([
			github.close(),
			models.close(),
			rm(repository.folder, {
				recursive: true,
				force: true
			})
		]);
	}
}
function findRoot() {
	for (let folder = dirname(fileURLToPath(import.meta.url));; folder = dirname(folder)) {
		if (existsSync(join(folder, "action.yml"))) return folder;
		if (dirname(folder) === folder) throw new Error("the package’s folder with action.yml is not to be found");
	}
}
const run = promisify(execFile);
async function buildRepository(fixtures) {
	const folder = await mkdtemp(join(tmpdir(), "promptgate-demo-"));
	const who = [
		"-c",
		"user.name=Robin",
		"-c",
		"user.email=robin@fernwood.example",
		"-c",
		"commit.gpgsign=false"
	];
	const git = async (...args) => (await run("git", [...who, ...args], { cwd: folder })).stdout.trim();
	const [base, head] = ["main", "warmer-support"];
	await git("init", "--quiet", "--initial-branch", base);
	await cp(join(fixtures, "base"), folder, { recursive: true });
	await git("add", "--all");
	await git("commit", "--quiet", "--message", "The shop");
	await git("checkout", "--quiet", "-b", head);
	await cp(join(fixtures, "head"), folder, { recursive: true });
	await git("commit", "--quiet", "--all", "--message", "Make the support prompt warmer");
	return {
		folder,
		base,
		head,
		headSha: await git("rev-parse", "HEAD")
	};
}

// src/wire/wire-demo.ts
function wireDemo() {
	return runDemo;
}

// src/commands/show-demo.ts
async function showDemo({ comment }, { terminal, signal, heedCancel }) {
	heedCancel();
	checkTargets({ ...comment === void 0 ? {} : { comment } });
	const done = await wireDemo()({
		say: terminal.say,
		signal
	});
	if (done === void 0) return exits.ours;
	if (comment !== void 0) await writeFile(comment, done.comment);
	const report = parseReport(await readFile(done.json, "utf8"), done.json);
	terminal.print(writeTerminal(report, terminal.screen, {
		html: here(done.html),
		comment,
		json: here(done.json)
	}));
	return exits.open;
}
function here(path) {
	return relative(process.cwd(), path);
}

export { showDemo };