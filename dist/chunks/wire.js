import { i as __toESM } from "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { a as boolean, f as literal, h as object, i as array, l as int, m as number, t as _enum, v as string, x as unknown } from "./zod.js";
import { t as inputs } from "./inputs.js";
import { a as paginateRest, c as retry, i as legacyRestEndpointMethods, l as RequestError, o as requestLog, s as Octokit$1, t as context, u as require_light } from "./github.js";
import { t as showHidden } from "./show-hidden.js";
import { c as saveState, d as warning, i as getState, l as setOutput, n as error, r as getInput, s as notice, u as setSecret } from "./core.js";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { mkdirSync, mkdtempSync } from "node:fs";
import { writeFile as writeFile$1 } from "node:fs/promises";
import { EOL as EOL$1 } from "os";
import { constants, promises } from "fs";
import { setTimeout } from "node:timers/promises";

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$1 = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION$1;
throttling.triggersNotification = triggersNotification;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION}` });

// src/hosts/github/refusal.ts
function readRefusal(error) {
	if (!(error instanceof RequestError)) return void 0;
	const headers = error.response?.headers ?? {};
	const message = oneLine(error.message);
	if (error.response === void 0) return {
		kind: "unreachable",
		message
	};
	switch (error.status) {
		case 401: return {
			kind: "token",
			message
		};
		case 404: return {
			kind: "missing",
			message
		};
		case 403:
		case 429: {
			const again = whenAgain(headers);
			if (error.status === 429 || again !== void 0 || /rate limit/i.test(message)) return {
				kind: "limit",
				again: again ?? "in a few minutes",
				message
			};
			if (/\block(ed)?\b/i.test(message)) return {
				kind: "rejected",
				status: 403,
				message
			};
			return {
				kind: "permission",
				permissions: readPermissions(String(headers["x-accepted-github-permissions"] ?? "")),
				message
			};
		}
		default: return error.status >= 500 ? {
			kind: "unreachable",
			message
		} : {
			kind: "rejected",
			status: error.status,
			message
		};
	}
}
function readPermissions(header) {
	return header.split(";").map((set) => set.trim()).filter((set) => set !== "").map((set) => set.split(",").map((one) => one.trim().replaceAll("_", "-").replace("=", ": ")).join(", "));
}
function whenAgain(headers) {
	if (headers["retry-after"] !== void 0) return `in ${headers["retry-after"]} s`;
	if (String(headers["x-ratelimit-remaining"]) !== "0") return void 0;
	return `at ${(/* @__PURE__ */ new Date(Number(headers["x-ratelimit-reset"]) * 1e3)).toISOString()}`;
}
function oneLine(message) {
	return message.replace(/ - https:\/\/docs\.github\.com\S*/g, "").replace(/\s+/g, " ").trim().slice(0, 300);
}

// src/hosts/github/connect-github.ts
const Client = Octokit.plugin(retry, throttling);
let connections = 0;
function connectGitHub(settings) {
	const [owner = "", repo = ""] = settings.repository.split("/");
	const { signal, patience = 120, secondMs = 1e3 } = settings;
	const mayWait = (what) => (seconds, _options, _client, attempts) => {
		const worthIt = attempts < 2 && seconds <= patience;
		if (worthIt) settings.say?.(`GitHub's ${what} is reached: waiting ${seconds} s.`);
		return worthIt;
	};
	connections += 1;
	const octokit = new Client({
		auth: settings.token,
		baseUrl: settings.apiUrl.replace(/\/+$/, ""),
		userAgent: "promptgate",
		log: silent,
		request: signal === void 0 ? {} : { signal },
		retry: {
			doNotRetry: [
				400,
				401,
				403,
				404,
				410,
				413,
				422,
				429,
				451
			],
			retryAfterBaseValue: secondMs
		},
		throttle: {
			id: `connection ${connections}`,
			retryAfterBaseValue: secondMs,
			write: new import_light.default.Group({
				maxConcurrent: 1,
				minTime: secondMs
			}),
			notifications: new import_light.default.Group({
				maxConcurrent: 1,
				minTime: 3 * secondMs
			}),
			onRateLimit: mayWait("rate limit"),
			onSecondaryRateLimit: mayWait("secondary rate limit")
		}
	});
	return {
		apiUrl: settings.apiUrl,
		repository: settings.repository,
		async ask(schema, request) {
			try {
				const value = schema.safeParse(await unlessAborted(request(octokit, {
					owner,
					repo
				}), signal));
				if (value.success) return {
					kind: "answered",
					value: value.data
				};
				const [first] = value.error.issues;
				return {
					kind: "refused",
					refusal: {
						kind: "strange",
						message: `an answer without a usable ${first?.path.join(".") || "content"}`
					}
				};
			} catch (error) {
				if (signal?.aborted) return {
					kind: "refused",
					refusal: {
						kind: "cancelled",
						message: "the run was cancelled"
					}
				};
				const refusal = readRefusal(error);
				if (refusal === void 0) throw error;
				return {
					kind: "refused",
					refusal
				};
			}
		}
	};
}
const silent = {
	debug: () => {},
	info: () => {},
	warn: () => {},
	error: () => {}
};
async function unlessAborted(asked, signal) {
	if (signal === void 0) return asked;
	signal.throwIfAborted();
	const { promise, reject } = Promise.withResolvers();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort, { once: true });
	asked.catch(() => void 0);
	try {
		return await Promise.race([asked, promise]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}

// src/hosts/github/answers.ts
const objectId$1 = string().regex(/^[0-9a-f]{40,64}$/);
const author = object({
	login: string(),
	type: string()
}).nullable();
const comparisonAnswer = object({
	base_commit: object({ sha: objectId$1 }),
	merge_base_commit: object({ sha: objectId$1 }),
	files: array(unknown()).optional()
});
const filesAnswer = array(object({
	filename: string(),
	previous_filename: string().optional(),
	status: _enum([
		"added",
		"removed",
		"modified",
		"renamed",
		"copied",
		"changed",
		"unchanged"
	])
}));
const refAnswer = object({ object: object({ sha: objectId$1 }) });
const treeAnswer = object({
	truncated: boolean(),
	tree: array(object({
		path: string(),
		mode: string(),
		type: string(),
		sha: objectId$1,
		size: number().optional()
	}))
});
const blobAnswer = object({
	content: string(),
	encoding: literal("base64")
});
const pullAnswer = object({
	state: string(),
	head: object({ sha: objectId$1 }),
	labels: array(object({ name: string() }))
});
const commentAnswer = object({
	id: int(),
	body: string().nullish(),
	html_url: string(),
	created_at: string(),
	updated_at: string(),
	user: author
});
const commentsAnswer = array(commentAnswer);
const viewerAnswer = object({ viewer: object({ login: string() }) });
const labelEventsAnswer = array(object({
	event: string(),
	created_at: string(),
	actor: author.optional(),
	label: object({ name: string() }).optional()
}));
const permissionAnswer = object({ permission: string() });

// src/hosts/github/create-github-forum.ts
const actions = "github-actions[bot]";
function createGitHubForum(connection) {
	let viewer;
	const whoAmI = () => {
		viewer ??= readViewer(connection);
		return viewer;
	};
	return {
		async pull(number) {
			return mapped(await connection.ask(pullAnswer, async (octokit, where) => (await octokit.rest.pulls.get({
				...where,
				pull_number: number
			})).data), "pull-requests: read", ({ head, state, labels }) => ({
				head: head.sha,
				open: state === "open",
				labels: labels.map(({ name }) => name)
			}));
		},
		async comments(number) {
			const [me, answered] = await Promise.all([whoAmI(), connection.ask(commentsAnswer, (octokit, where) => octokit.paginate(octokit.rest.issues.listComments, {
				...where,
				issue_number: number,
				per_page: 100
			}))]);
			if (me.kind === "refused") return me;
			return mapped(answered, "pull-requests: read", (comments) => comments.map((comment) => commentOf(comment, isOwn(comment.user, me.value))));
		},
		async create(number, body) {
			return mapped(await connection.ask(commentAnswer, async (octokit, where) => (await octokit.rest.issues.createComment({
				...where,
				issue_number: number,
				body
			})).data), "pull-requests: write", (comment) => commentOf(comment, true));
		},
		async update(id, body) {
			return mapped(await connection.ask(commentAnswer, async (octokit, where) => (await octokit.rest.issues.updateComment({
				...where,
				comment_id: id,
				body
			})).data), "pull-requests: write", (comment) => commentOf(comment, true));
		},
		async remove(id) {
			const answered = await connection.ask(unknown(), (octokit, where) => octokit.rest.issues.deleteComment({
				...where,
				comment_id: id
			}));
			if (answered.kind === "refused" && answered.refusal.kind === "missing") return {
				kind: "done",
				value: null
			};
			return mapped(answered, "pull-requests: write", () => null);
		},
		labelling: (number, label) => readLabelling(connection, number, label)
	};
}
async function readViewer(connection) {
	const url = `${connection.apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api")}/graphql`;
	const answered = await connection.ask(object({ data: viewerAnswer }), async (octokit) => {
		const { data } = await octokit.request({
			method: "POST",
			url,
			query: "query { viewer { login } }"
		});
		return data;
	});
	if (answered.kind === "answered") return {
		kind: "done",
		value: answered.value.data.viewer.login
	};
	switch (answered.refusal.kind) {
		case "permission":
		case "missing":
		case "rejected":
		case "strange": return {
			kind: "done",
			value: actions
		};
		case "token":
		case "limit":
		case "unreachable":
		case "cancelled": return {
			kind: "refused",
			message: answered.refusal.message
		};
	}
}
function isOwn(author, viewer) {
	if (author === null) return false;
	if (author.login === viewer) return true;
	return author.type === "Bot" && withoutBot(author.login) === withoutBot(viewer);
}
function withoutBot(login) {
	return login.replace(/\[bot\]$/, "");
}
function commentOf(comment, own) {
	return {
		id: comment.id,
		body: comment.body ?? "",
		url: comment.html_url,
		own,
		updatedAt: timeOf(comment.updated_at)
	};
}
async function readLabelling(connection, number, label) {
	const events = await connection.ask(labelEventsAnswer, (octokit, where) => octokit.paginate(octokit.rest.issues.listEvents, {
		...where,
		issue_number: number,
		per_page: 100
	}));
	if (events.kind === "refused") return mapped(events, "issues: read", () => null);
	const last = events.value.findLast((event) => ["labeled", "unlabeled"].includes(event.event) && event.label?.name.toLowerCase() === label.toLowerCase());
	if (last?.event !== "labeled" || last.actor === void 0 || last.actor === null) return {
		kind: "done",
		value: null
	};
	const { login, type } = last.actor;
	const set = {
		by: login,
		at: timeOf(last.created_at)
	};
	if (type !== "User") return {
		kind: "done",
		value: {
			...set,
			mayAccept: false
		}
	};
	const permission = await connection.ask(permissionAnswer, async (octokit, where) => (await octokit.rest.repos.getCollaboratorPermissionLevel({
		...where,
		username: login
	})).data);
	if (permission.kind === "refused" && permission.refusal.kind === "missing") return {
		kind: "done",
		value: {
			...set,
			mayAccept: false
		}
	};
	return mapped(permission, "metadata: read", (answer) => ({
		...set,
		mayAccept: ["write", "admin"].includes(answer.permission)
	}));
}
function mapped(answered, permission, map) {
	if (answered.kind === "answered") return {
		kind: "done",
		value: map(answered.value)
	};
	const { refusal } = answered;
	if (refusal.kind === "permission") return {
		kind: "refused",
		message: refusal.message,
		permission: refusal.permissions.join(" or ") || permission
	};
	if (refusal.kind === "missing") return {
		kind: "refused",
		message: refusal.message,
		permission
	};
	return {
		kind: "refused",
		message: refusal.message
	};
}
function timeOf(written) {
	const time = new Date(written);
	return Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

// src/hosts/github/compare-trees.ts
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

// src/hosts/github/reading-problem.ts
function orProblem(connection, wanted, answered) {
	if (answered.kind === "answered") return answered.value;
	throw readingProblem(connection, wanted, answered.refusal);
}
function readingProblem({ apiUrl, repository }, wanted, refusal) {
	const failed = (why) => `${wanted.what} of ${repository} could not be read: ${why}.`;
	const grant = (permissions) => `Grant the job's token \`${(permissions.length === 0 ? [wanted.permission] : permissions).join("` or `")}\` under \`permissions:\` in the workflow.`;
	switch (refusal.kind) {
		case "permission": return new ProblemError({
			reason: "permission",
			what: failed(`GitHub answered "${refusal.message}"`),
			fix: grant(refusal.permissions)
		});
		case "missing": return new ProblemError({
			reason: "permission",
			what: failed(`GitHub answered "${refusal.message}"`),
			fix: `It is gone, or hidden from this token. ${grant([])}`
		});
		case "token": return new ProblemError({
			reason: "permission",
			what: failed(`the token was not accepted ("${refusal.message}")`),
			fix: "Leave the input `github-token` out, or give it a token that is valid."
		});
		case "limit": return new ProblemError({
			reason: "files",
			what: failed(`the rate limit of this token is used up ("${refusal.message}")`),
			fix: `Run the job again ${refusal.again}.`
		});
		case "rejected": return new ProblemError({
			reason: "files",
			what: failed(`GitHub answered ${refusal.status} "${refusal.message}"`)
		});
		case "unreachable": return new ProblemError({
			reason: "files",
			what: failed(`GitHub's API at ${apiUrl} did not answer ("${refusal.message}")`),
			fix: "Run the job again; if it lasts, see whether the runner can reach that address."
		});
		case "cancelled": return new ProblemError({
			reason: "files",
			what: failed(refusal.message)
		});
		case "strange": return new ProblemError({
			reason: "files",
			what: failed(`what answers at ${apiUrl} is not GitHub's API (${refusal.message})`),
			fix: "See whether a proxy or sign-in page stands between the runner and GitHub."
		});
	}
}

// src/hosts/github/github-trees.ts
const mostRequests = 300;
function openGitHubTrees(connection) {
	const trees = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
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
	const folder = (id) => once(folders, id, () => list(id, false));
	return {
		tree: ({ sha }) => once(trees, sha, () => readTree(sha, list)),
		async entry({ sha }, path) {
			const whole = trees.get(sha);
			if (whole !== void 0) return (await whole).get(path);
			const names = path.split("/");
			let at = sha;
			for (const name of names.slice(0, -1)) {
				const { tree, truncated } = await folder(at);
				if (truncated) return (await once(trees, sha, () => readTree(sha, list))).get(path);
				const next = tree.find((entry) => entry.path === name);
				if (next?.type !== "tree") return void 0;
				at = next.sha;
			}
			const { tree, truncated } = await folder(at);
			if (truncated) return (await once(trees, sha, () => readTree(sha, list))).get(path);
			const found = tree.find((entry) => entry.path === names.at(-1) && entry.type !== "tree");
			return found === void 0 ? void 0 : entryOf("", found, path);
		}
	};
}
async function readTree(sha, list) {
	let asked = 0;
	const ask = (id, recursive) => {
		asked += 1;
		if (asked > mostRequests) throw tooLarge(sha, `it takes more than ${mostRequests} requests`);
		return list(id, recursive);
	};
	const below = async (id, prefix) => {
		const whole = await ask(id, true);
		if (!whole.truncated) return filesOf(whole, prefix);
		const folder = await ask(id, false);
		if (folder.truncated) throw tooLarge(sha, `GitHub does not list all of ${prefix === "" ? "its top folder" : prefix}`);
		const parts = [filesOf(folder, prefix)];
		for (const entry of folder.tree) if (entry.type === "tree") parts.push(await below(entry.sha, `${prefix}${entry.path}/`));
		return parts.flat();
	};
	return new Map((await below(sha, "")).map((entry) => [entry.path, entry]));
}
function filesOf({ tree }, prefix) {
	return tree.filter(({ type }) => type !== "tree").map((entry) => entryOf(prefix, entry));
}
function entryOf(prefix, { path, mode, sha, size }, whole = prefix + path) {
	return {
		path: whole,
		mode: modeOf(mode),
		id: sha,
		bytes: size ?? 0
	};
}
function modeOf(mode) {
	if (mode === "120000") return "symlink";
	return mode === "160000" ? "submodule" : "file";
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

// src/hosts/github/read-blob.ts
const mostBytes = 5242880;
const lfsPointer = "version https://git-lfs.github.com/spec/v1\n";
async function readBlob(connection, entry) {
	if (entry.mode !== "file") return {
		kind: "refused",
		why: `it is a ${entry.mode}`
	};
	if (entry.bytes > mostBytes) return {
		kind: "refused",
		why: `it has ${entry.bytes} bytes; at most ${mostBytes} are read`
	};
	const { content } = orProblem(connection, {
		what: `The file ${JSON.stringify(entry.path)}`,
		permission: "contents: read"
	}, await connection.ask(blobAnswer, async (octokit, where) => (await octokit.rest.git.getBlob({
		...where,
		file_sha: entry.id
	})).data));
	return textOf(Buffer.from(content, "base64"));
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

// src/hosts/github/create-github-host.ts
function createGitHubHost(connection, occasion) {
	const trees = openGitHubTrees(connection);
	const blobs = /* @__PURE__ */ new Map();
	let comparison;
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
				case "compare": return (await compared(occasion)).pull;
			}
		},
		async changedFiles(pull) {
			const known = occasion.kind === "compare" ? await compared(occasion) : void 0;
			return (known?.pull.base.sha === pull.base.sha && known.pull.head.sha === pull.head.sha ? known?.files : void 0) ?? listChangedFiles(connection, pull, trees.tree);
		},
		tree: trees.tree,
		async text(revision, path) {
			if (path.includes("\0") || path.startsWith("/") || path.split("/").includes("..")) return {
				kind: "refused",
				why: "it is no path inside the repository"
			};
			const entry = await trees.entry(revision, path);
			if (entry === void 0) return { kind: "absent" };
			const key = `${entry.mode} ${entry.id}`;
			const read = blobs.get(key) ?? readBlob(connection, entry);
			blobs.set(key, read);
			return read;
		}
	};
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
		case "push": return read(name, push, payload, (event) => ofPush(event, context));
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
function isDependabot(login) {
	return login === "dependabot[bot]";
}
function isZero(sha) {
	return /^0+$/.test(sha);
}

// src/hosts/log/redact.ts
const shortest = 8;
const mask = "***";
function redact(text, secrets) {
	return [...new Set([...secrets].flatMap(linesOf).flatMap(encodings))].filter((form) => form.length >= shortest).toSorted((a, b) => b.length - a.length).reduce((redacted, form) => redacted.replaceAll(form, mask), text);
}
function linesOf(secret) {
	const trimmed = secret.trim();
	return [trimmed, ...trimmed.split(/\r?\n/u).map((line) => line.trim())].filter(({ length }) => length >= shortest);
}
function encodings(secret) {
	const percent = encodeURIComponent(secret.toWellFormed());
	const lower = percent.replaceAll(/%[0-9A-F]{2}/gu, (byte) => byte.toLowerCase());
	const json = JSON.stringify(secret).slice(1, -1);
	const bytes = Buffer.from(secret);
	const hex = bytes.toString("hex");
	return [
		secret,
		percent,
		lower,
		json,
		JSON.stringify(json).slice(1, -1),
		hex,
		hex.toUpperCase(),
		...base64(bytes)
	];
}
function base64(bytes) {
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
		const first = Math.ceil(offset * 8 / 6);
		const last = Math.floor(padded.length * 8 / 6);
		return [padded.toString("base64").slice(first, last), padded.toString("base64url").slice(first, last)];
	});
}

// src/hosts/log/safe-line.ts
function safeLine(text) {
	return text.split(/\r\n|\r|\n/u).map((line) => defuse(showHidden(line))).join("\n");
}
function defuse(line) {
	return line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}

// src/hosts/log/create-log.ts
function createLog(write) {
	const secrets = /* @__PURE__ */ new Set();
	return {
		say: (text) => write(`${safeLine(redact(text, secrets))}\n`),
		hide: (secret) => void secrets.add(secret)
	};
}

// src/hosts/progress/word-progress.ts
function wordProgress(state, elapsedMs) {
	const rate = elapsedMs > 0 ? state.done * 1e3 / elapsedMs : 0;
	const left = state.planned - state.done;
	return [
		`${state.done} / ${state.planned} calls`,
		...rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`] : [],
		...state.costUsd > 0 ? [showDollars(state.costUsd)] : [],
		...rate > 0 && left > 0 ? [`${showSeconds(left / rate)} left`] : [],
		...state.retried > 0 ? [`${state.retried} retried`] : [],
		...state.failed > 0 ? [`${state.failed} failed`] : []
	].join(" · ");
}
function wordModels(state) {
	return [...state.byModel].map(([model, { done, planned }]) => `${model} ${done} / ${planned}`).join(", ");
}
function showDollars(dollars) {
	return dollars < .01 ? "< $0.01" : `$${dollars.toFixed(2)}`;
}
function showSeconds(seconds) {
	const whole = Math.ceil(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

// src/hosts/progress/plain-progress.ts
function createPlainProgress(print, clock, everyMs) {
	let started;
	let shownAt = 0;
	let latest;
	const show = (state, now) => {
		shownAt = now;
		latest = void 0;
		const models = state.byModel.size > 1 ? ` (${wordModels(state)})` : "";
		print(`${wordProgress(state, now - (started ?? now))}${models}`);
	};
	return {
		say: print,
		update: (state) => {
			const now = clock.monotonic();
			if (started === void 0) {
				started = now;
				shownAt = now;
			}
			latest = state;
			if (now - shownAt >= everyMs) show(state, now);
		},
		end: () => {
			if (latest !== void 0) show(latest, clock.monotonic());
		}
	};
}

// node_modules/@actions/core/lib/summary.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL$1);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// src/hosts/runner/open-runner.ts
function openRunner() {
	const { runId, runAttempt, serverUrl } = context;
	const repository = `${context.repo.owner}/${context.repo.repo}`;
	let folder;
	return {
		inputs: new Map(inputs.map(({ name }) => [name, getInput(name)])),
		event: {
			name: context.eventName,
			payload: context.payload
		},
		repository,
		sha: context.sha,
		ref: context.ref,
		actor: context.actor,
		apiUrl: context.apiUrl,
		run: {
			id: `${runId}/${Number.isNaN(runAttempt) ? 1 : runAttempt}`,
			url: `${serverUrl}/${repository}/actions/runs/${runId}`
		},
		workspace: process.env["GITHUB_WORKSPACE"] ?? process.cwd(),
		mask: setSecret,
		setOutput,
		writeSummary: async (markdown) => {
			await summary.emptyBuffer().addRaw(markdown, true).write({ overwrite: true });
		},
		annotate: ({ level, title, message, file, line, column }) => levels[level](message, {
			title,
			...file === void 0 ? {} : { file },
			...line === void 0 ? {} : { startLine: line },
			...column === void 0 ? {} : { startColumn: column }
		}),
		writeFile: async (name, text) => {
			folder ??= makeFolder();
			const path = join(folder, name);
			await writeFile$1(path, text);
			return path;
		},
		saveState,
		state: getState
	};
}
const levels = {
	error,
	warning,
	notice
};
function makeFolder() {
	const temp = process.env["RUNNER_TEMP"] ?? tmpdir();
	mkdirSync(temp, { recursive: true });
	return mkdtempSync(join(temp, "promptgate-"));
}

// src/hosts/progress/live-progress.ts
const REDRAW_MS = 100;
const BAR = 20;
const CLEAR = "\r\x1B[2K";
function createLiveProgress(write, print, clock, columns) {
	let started;
	let drawnAt = Number.NEGATIVE_INFINITY;
	let drawn = false;
	const clear = () => {
		if (drawn) write(CLEAR);
		drawn = false;
	};
	const draw = (state, now) => {
		const full = state.planned === 0 ? 0 : Math.round(BAR * state.done / state.planned);
		const line = `${"█".repeat(full)}${"░".repeat(Math.max(0, BAR - full))} ${wordProgress(state, now - (started ?? now))}`;
		write(`${CLEAR}${[...line].slice(0, Math.max(0, columns() - 1)).join("")}`);
		drawn = true;
		drawnAt = now;
	};
	return {
		say: (line) => {
			clear();
			print(line);
		},
		update: (state) => {
			const now = clock.monotonic();
			started ??= now;
			if (now - drawnAt >= REDRAW_MS || state.done === state.planned) draw(state, now);
		},
		end: clear
	};
}

// src/hosts/terminal/open-terminal.ts
const LINE_EVERY_MS = 5e3;
function openTerminal(clock) {
	const { stdout, stderr } = process;
	const log = createLog((text) => stderr.write(text));
	return {
		print: (text) => stdout.write(text.endsWith("\n") ? text : `${text}\n`),
		say: log.say,
		progress: stderr.isTTY ? createLiveProgress((text) => stderr.write(text), log.say, clock, () => stderr.columns || 80) : createPlainProgress(log.say, clock, LINE_EVERY_MS),
		colours: stdout.isTTY === true && (process.env["NO_COLOR"] ?? "") === ""
	};
}

// src/providers/system-clock.ts
const LONGEST_MS = 2 ** 31 - 1;
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: async (ms, signal) => {
		try {
			for (let left = ms; left > 0; left -= LONGEST_MS) await setTimeout(Math.min(left, LONGEST_MS), void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			throw signal?.aborted ? signal.reason : error;
		}
	}
};

// src/wire.ts
async function flushOutput() {
	for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => {
		stream.write("", () => resolve());
	});
}
const LOG_EVERY_MS = 1e4;
const CANCELLED_MS = 4e3;
const tool = {
	name: "promptgate",
	version: "0.1.0"
};
function nameKeySource(provider) {
	switch (provider.key.kind) {
		case "input": return "the input `api-key`";
		case "environment": return `the environment variable ${provider.key.name}`;
		case "none": return "no key";
	}
}
function keyOf(provider, inputs, env) {
	switch (provider.key.kind) {
		case "input": return inputs["api-key"];
		case "environment": return env[provider.key.name]?.trim() || void 0;
		case "none": return;
	}
}
function hasKey(settings, name, inputs, env) {
	const provider = settings.providers.get(name);
	if (provider === void 0) return false;
	if (provider.key.kind === "none") return true;
	return keyOf(provider, inputs, env) !== void 0 || provider.key.kind === "environment" && provider.key.optional;
}
async function loadPrices(settings) {
	const { loadPriceList } = await import("./load-price-list.js");
	const endpoints = new Map([...settings.providers].map(([name, { baseUrl }]) => [name, baseUrl]));
	return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}
async function openAsking(settings, place) {
	const { inputs, surroundings, progress } = place;
	const [{ createAsking }, { createOpenAiProvider }, { openSqliteStore }, { createSession }, { collectEarly }] = await Promise.all([
		import("./create-asking.js"),
		import("./create-openai-provider.js"),
		import("./sqlite-store.js"),
		import("./create-session.js"),
		import("./collect-early.js")
	]);
	const clock = systemClock;
	collectEarly();
	await place.beforeStore?.(settings);
	const store = openSqliteStore(place.store, clock);
	for (const note of store.notes) progress.say(note);
	const seats = [...settings.providers].map(([name, provider]) => {
		const key = keyOf(provider, inputs, surroundings.env);
		if (key !== void 0) place.hide(key);
		const made = createOpenAiProvider({
			name,
			baseUrl: provider.baseUrl,
			keyFrom: nameKeySource(provider),
			clock,
			...key === void 0 ? {} : { key }
		});
		const { fallback } = provider;
		return [name, {
			provider: made,
			endpoint: provider.baseUrl,
			...fallback === void 0 ? {} : { fallback }
		}];
	});
	const costOf = await loadPrices(settings);
	return createSession({
		asking: createAsking({
			providers: new Map(seats),
			store,
			clock,
			random: Math.random,
			limits: settings,
			progress,
			costOf,
			cancel: surroundings.signal
		}),
		store,
		costOf,
		runScorer: async (name, input) => {
			const { runScorer } = await import("./run-scorer.js");
			return runScorer({
				scorers: place.fork() ? /* @__PURE__ */ new Map() : settings.scorers,
				cwd: place.workspace,
				environment: surroundings.env
			}, name, input, surroundings.signal);
		}
	});
}
function wireAction(runner, inputs, surroundings) {
	const secrets = /* @__PURE__ */ new Set();
	const hide = (secret) => {
		if (secret === void 0 || secret === "") return;
		runner.mask(secret);
		secrets.add(secret);
	};
	hide(inputs["api-key"]);
	hide(inputs["github-token"]);
	const log = createLog((text) => process.stdout.write(text));
	const say = (line) => log.say(redact(line, secrets));
	const github = {
		token: inputs["github-token"] ?? "",
		apiUrl: runner.apiUrl,
		repository: runner.repository,
		say
	};
	const connection = connectGitHub({
		...github,
		signal: surroundings.signal
	});
	const { sha, ref, actor, event } = runner;
	const baseRef = inputs["base-ref"];
	const occasion = readEvent(event.name, event.payload, {
		sha,
		ref,
		actor,
		...baseRef === void 0 ? {} : { baseRef }
	});
	const progress = createPlainProgress(say, systemClock, LOG_EVERY_MS);
	const place = {
		inputs,
		surroundings,
		progress,
		store: storeOnRunner(surroundings.env),
		beforeStore: (settings) => restoreKept(settings, runner, surroundings.env, progress),
		workspace: runner.workspace,
		hide,
		fork: () => occasion.kind === "compare" && occasion.fork
	};
	return {
		host: createGitHubHost(connection, occasion),
		forum: createGitHubForum(connection),
		hurriedForum: () => createGitHubForum(connectGitHub({
			...github,
			signal: AbortSignal.timeout(CANCELLED_MS)
		})),
		clock: systemClock,
		progress,
		tool,
		hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
		loadPrices,
		openAsking: (settings) => openAsking(settings, place),
		run: runner.run,
		readFile: readerIn(runner.workspace, true),
		privileged: event.name === "pull_request_target",
		stage: {
			setOutput: runner.setOutput,
			writeSummary: runner.writeSummary,
			annotate: (annotation) => runner.annotate({
				...annotation,
				message: redact(annotation.message, secrets)
			}),
			writeFile: runner.writeFile,
			uploadArtifact: async (name, files) => {
				const { uploadArtifact } = await import("./upload-artifact.js");
				await uploadArtifact(name, files, say);
			},
			redact: (text) => redact(text, secrets),
			say
		}
	};
}
function storeOnRunner(env) {
	return join(env["RUNNER_TEMP"] ?? tmpdir(), "promptgate", "replies.sqlite");
}
async function restoreKept(settings, runner, env, progress) {
	if (!settings.cache) return;
	const { restoreStore } = await import("./actions-cache.js");
	const cached = {
		path: storeOnRunner(env),
		name: settings.name ?? "",
		run: runner.run.id
	};
	runner.saveState("store", JSON.stringify(cached));
	const outcome = await restoreStore(cached);
	if (outcome.kind === "restored") progress.say("Replies of earlier runs are at hand.");
	if (outcome.kind === "unavailable") progress.say(`Replies of earlier runs are not at hand: ${outcome.why}.`);
}
async function wireLocal(inputs, surroundings, { folder, base, store, progress }) {
	const { openGitHost } = await import("./git-host.js");
	const host = await openGitHost({
		folder,
		...base === void 0 ? {} : { base }
	});
	const place = {
		inputs,
		surroundings,
		progress,
		store: store ?? join(cacheFolder(surroundings.env), "promptgate", "replies.sqlite"),
		workspace: host.root,
		hide: () => void 0,
		fork: () => false
	};
	return {
		host,
		clock: systemClock,
		progress,
		tool,
		hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
		loadPrices,
		openAsking: (settings) => openAsking(settings, place),
		close: host.close
	};
}
function wireComparison(folder) {
	return {
		clock: systemClock,
		tool,
		readFile: readerIn(folder, false)
	};
}
const SCORES_BYTES = 67108864;
function readerIn(folder, inside) {
	return async (path) => {
		const { readFileText } = await import("./read-file-text.js");
		return readFileText(path, {
			folder,
			inside,
			most: SCORES_BYTES
		});
	};
}
function cacheFolder(env) {
	if (env["XDG_CACHE_HOME"] !== void 0 && env["XDG_CACHE_HOME"] !== "") return env["XDG_CACHE_HOME"];
	if (process.platform === "win32") return env["LOCALAPPDATA"] ?? tmpdir();
	return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}
function wireTerminal() {
	return openTerminal(systemClock);
}
async function wireDemo() {
	const { runDemo } = await import("./run-demo.js");
	return runDemo;
}
const KEPT_BYTES = 268435456;
async function keepStore(runner) {
	const log = createLog((text) => process.stdout.write(text));
	const left = cachedStore.safeParse(parseJson(runner.state("store")));
	if (!left.success) return;
	const [{ saveStore }, { openSqliteStore }] = await Promise.all([import("./actions-cache.js"), import("./sqlite-store.js")]);
	const store = openSqliteStore(left.data.path, systemClock);
	store.prune(KEPT_BYTES);
	store.close();
	const outcome = await saveStore(left.data);
	if (outcome.kind === "unavailable") log.say(`Replies are not kept for later runs: ${outcome.why}.`);
}
const cachedStore = object({
	path: string().min(1),
	name: string(),
	run: string().min(1)
});
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

export { wireComparison as a, wireTerminal as c, wireAction as i, openRunner as l, keepStore as n, wireDemo as o, tool as r, wireLocal as s, flushOutput as t };