import "./rolldown-runtime.js";
import { t as CancelledError } from "./breathe.js";
import { n as sendingBytes, t as HeldBytes } from "./held-bytes.js";
import { n as programVersion } from "./program-files.js";
import { t as ProblemError } from "./problem.js";
import { t as findRepository } from "./find-repository2.js";
import { n as runGit, r as wordsOfGit, t as gitWord } from "./run-git.js";
import { t as openWorkingTree } from "./working-tree.js";
import { t as compareRows } from "./compare-rows.js";
import { i as planRound } from "./replay-looks.js";
import { t as decideVerdict } from "./decide-verdict.js";
import { J as randomBelow, Y as seededRandom } from "./verdict-of-reason.js";
import { n as outcomeOfKept } from "./kept-case.js";
import { t as systemClock } from "./system-clock.js";
import { t as createSandbox } from "./create-sandbox.js";
import { t as cacheFolder } from "./keep-compiled2.js";
import { a as ahash, c as bytesToHex, i as aexists, l as clean, n as sha256, o as anumber, r as abytes, s as aoutput, u as utf8ToBytes } from "./hash.js";
import { i as ownBudgets } from "./override-settings.js";
import { r as secretsOf } from "./create-service-provider.js";
import { t as ProviderError } from "./ports.js";
import { t as tool } from "./tool.js";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { randomBytes, randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate as setImmediate$1 } from "node:timers/promises";

// node_modules/@noble/hashes/hmac.js
var _HMAC = class {
	oHash;
	iHash;
	blockLen;
	outputLen;
	canXOF = false;
	finished = false;
	destroyed = false;
	constructor(hash, key) {
		ahash(hash);
		abytes(key, void 0, "key");
		this.iHash = hash.create();
		if (typeof this.iHash.update !== "function") throw new Error("expected Hash instance");
		this.blockLen = this.iHash.blockLen;
		this.outputLen = this.iHash.outputLen;
		const blockLen = this.blockLen;
		const pad = new Uint8Array(blockLen);
		pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
		for (let i = 0; i < pad.length; i++) pad[i] ^= 54;
		this.iHash.update(pad);
		this.oHash = hash.create();
		for (let i = 0; i < pad.length; i++) pad[i] ^= 106;
		this.oHash.update(pad);
		clean(pad);
	}
	update(buf) {
		aexists(this);
		this.iHash.update(buf);
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const buf = out.subarray(0, this.outputLen);
		this.iHash.digestInto(buf);
		this.oHash.update(buf);
		this.oHash.digestInto(buf);
		this.destroy();
	}
	digest() {
		const out = new Uint8Array(this.oHash.outputLen);
		this.digestInto(out);
		return out;
	}
	_cloneInto(to) {
		to ||= Object.create(Object.getPrototypeOf(this), {});
		const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
		to = to;
		to.finished = finished;
		to.destroyed = destroyed;
		to.blockLen = blockLen;
		to.outputLen = outputLen;
		to.canXOF = canXOF;
		to.oHash = oHash._cloneInto(to.oHash);
		to.iHash = iHash._cloneInto(to.iHash);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
	destroy() {
		this.destroyed = true;
		this.oHash.destroy();
		this.iHash.destroy();
	}
};
const hmac = /* @__PURE__ */ (() => {
	const hmac_ = ((hash, key, message) => new _HMAC(hash, key).update(message).digest());
	hmac_.create = (hash, key) => new _HMAC(hash, key);
	return hmac_;
})();

// node_modules/@noble/hashes/hkdf.js
const HKDF_COUNTER = /* @__PURE__ */ Uint8Array.of(0);
const EMPTY_BUFFER = /* @__PURE__ */ Uint8Array.of();
function expand(hash, prk, info, length = 32, _recycled) {
	ahash(hash);
	anumber(length, "length");
	abytes(prk, void 0, "prk");
	const olen = hash.outputLen;
	if (prk.length < olen) throw new Error("\"prk\" must be at least HashLen octets");
	if (length > 255 * olen) throw new Error("Length must be <= 255*HashLen");
	const blocks = Math.ceil(length / olen);
	if (info === void 0) info = EMPTY_BUFFER;
	else abytes(info, void 0, "info");
	if (!blocks) {
		if (_recycled) clean(prk);
		return /* @__PURE__ */ new Uint8Array();
	}
	const okm = _recycled && blocks === 1 ? prk : new Uint8Array(blocks * olen);
	const { iHash, oHash } = hmac.create(hash, prk);
	const T = _recycled ? prk : new Uint8Array(olen);
	const worker = blocks > 1 ? _recycled?.iHash || hash.create() : void 0;
	for (let counter = 0; counter < blocks - 1; counter++) {
		HKDF_COUNTER[0] = counter + 1;
		const iWork = iHash._cloneInto(worker);
		if (counter) iWork.update(T);
		iWork.update(info).update(HKDF_COUNTER).digestInto(T);
		oHash._cloneInto(worker).update(T).digestInto(T);
		okm.set(T, olen * counter);
	}
	HKDF_COUNTER[0] = blocks;
	if (blocks > 1) iHash.update(T);
	iHash.update(info).update(HKDF_COUNTER).digestInto(T);
	oHash.update(T).digestInto(T);
	okm.set(T, olen * (blocks - 1));
	iHash.destroy();
	oHash.destroy();
	worker?.destroy();
	if (T !== okm) clean(T);
	clean(HKDF_COUNTER);
	if (length === okm.length) return okm;
	const res = okm.slice(0, length);
	clean(okm);
	return res;
}
const hkdf = (hash, ikm, salt, info, length) => {
	ahash(hash);
	if (salt === void 0) salt = new Uint8Array(hash.outputLen);
	const HMAC = hmac.create(hash, salt).update(ikm);
	return expand(hash, HMAC.digest(), info, length, HMAC);
};

// src/core/seal/create-seal.ts
function createSeal(keys, purpose) {
	const key = deriveKey(keys, purpose);
	if (key === void 0) return void 0;
	const sign = (text) => bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
	const digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));
	return {
		sign,
		isSigned: (text, signature) => digest(sign(text)) === digest(signature)
	};
}
const shortestSecret = 16;
function deriveKey(keys, purpose) {
	const secrets = [...new Set(keys)].filter((key) => key.length >= shortestSecret).toSorted();
	if (secrets.length === 0) return void 0;
	const material = utf8ToBytes(JSON.stringify(secrets));
	return hkdf(sha256, material, utf8ToBytes("promptgate"), utf8ToBytes(purpose), 32);
}

// src/core/gate-quality/measure-gate.ts
const mostDrawn = 12e3;
const fewestReviews = 60;
const mostReviews = 400;
const drops = [
	.05,
	.1,
	.15,
	.2,
	.3,
	.5
];
const seenOften = .8;
const mostOf = .5;
function measureGate(kept, gate, effort = 1) {
	const told = kept.filter(({ scores }) => scores.length >= 4);
	const replies = told.reduce((sum, { scores }) => sum + scores.length, 0);
	const about = {
		cases: {
			measured: told.length,
			of: kept.length
		},
		replies
	};
	if (told.length < Math.max(1, mostOf * kept.length)) return {
		...about,
		measured: null
	};
	const settings = judgedAlone(gate);
	const random = seededRandom([replies, told.length]);
	const reviews = Math.min(effort * mostReviews, Math.max(fewestReviews, Math.round(effort * mostDrawn / told.length)));
	const blocked = count(reviews, () => drawReview(told, settings, random).verdict === "regressed");
	const able = told.filter(({ scores }) => meanOf(scores) >= .5);
	const broken = able.length === 0 ? null : count(Math.ceil(reviews / 4), () => seesBroken(told, able, settings, random));
	const drop = drops.find((points) => count(Math.ceil(reviews / 8), () => seesDrop(told, points, settings, random)).share >= seenOften);
	return {
		...about,
		measured: {
			falseBlocks: blocked,
			brokenSeen: broken,
			smallestDrop: drop ?? null
		}
	};
}
function judgedAlone({ alpha, tolerance, margin, cases, repeats, sampling, trials }) {
	return {
		alpha,
		tolerance,
		margin,
		cases,
		sampling,
		trials,
		metrics: {},
		...repeats === void 0 ? {} : { repeats }
	};
}
function seesBroken(told, able, settings, random) {
	const broken = able[randomBelow(random, able.length)];
	const { verdict } = drawReview(told, settings, random, (outcome, one) => one === broken ? failed(outcome) : outcome);
	return verdict === "regressed";
}
function seesDrop(told, drop, settings, random) {
	const { verdict } = drawReview(told, settings, random, (outcome, { scores }) => {
		const mean = meanOf(scores);
		return mean > 0 && random() / 4294967296 < drop / mean ? failed(outcome) : outcome;
	});
	return verdict === "regressed";
}
function failed(outcome) {
	const passes = outcome.passes === void 0 ? {} : { passes: false };
	return {
		...outcome,
		...passes,
		score: 0,
		marks: outcome.marks.map(() => false)
	};
}
function meanOf(scores) {
	return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
const z = 1.96;
function count(reviews, happened) {
	const share = Array.from({ length: reviews }, happened).filter(Boolean).length / reviews;
	const middle = (share + z ** 2 / (2 * reviews)) / (1 + z ** 2 / reviews);
	const reach = z / (1 + z ** 2 / reviews) * Math.sqrt(share * (1 - share) / reviews + z ** 2 / (4 * reviews ** 2));
	return {
		share,
		low: Math.max(0, middle - reach),
		high: Math.min(1, middle + reach),
		reviews
	};
}
function drawReview(kept, settings, random, change = (outcome) => outcome) {
	const known = new Map(kept.map((one) => [keyOf$1(one), one]));
	let cells = kept.map(({ row, case: name, weight }) => ({
		row,
		case: name,
		weight,
		family: "base",
		identical: false,
		batches: []
	}));
	for (;;) {
		const next = planRound(cells, settings);
		if (next.kind === "done") break;
		const planned = new Map(next.batches.map((batch) => [keyOf$1(batch), batch]));
		cells = cells.map((cell) => {
			const [batch, own] = [planned.get(keyOf$1(cell)), known.get(keyOf$1(cell))];
			if (batch === void 0 || own === void 0) return cell;
			const draw = () => outcomeOfKept(own.scores[randomBelow(random, own.scores.length)] ?? 0, own.passes);
			const pairs = Array.from({ length: batch.trials }, () => ({
				old: draw(),
				new: change(draw(), own)
			}));
			const asked = {
				round: next.round,
				uniform: batch.uniform,
				pairs,
				oldKept: false
			};
			return {
				...cell,
				batches: [...cell.batches, asked]
			};
		});
	}
	const comparison = compareRows(cells, settings);
	return {
		comparison,
		verdict: decideVerdict(comparison, settings).verdict
	};
}
function keyOf$1({ row, case: name }) {
	return JSON.stringify([row, name]);
}

// src/hosts/thread/create-deciding.ts
const fewTrials = 1e3;
const fewScores = 200;
function createDeciding(signal) {
	return {
		planRound: async (cells, settings) => countTrials(cells) < fewTrials ? planRound(cells, settings) : decideApart({
			kind: "plan",
			cells,
			settings
		}, signal),
		compareRows: async (cells, settings) => countTrials(cells) < fewTrials ? compareRows(cells, settings) : decideApart({
			kind: "compare",
			cells,
			settings
		}, signal),
		measureGate: async (kept, settings, effort) => countScores(kept) < fewScores ? measureGate(kept, settings, effort) : decideApart({
			kind: "measure",
			kept,
			settings,
			effort
		}, signal)
	};
}
function countTrials(cells) {
	return cells.reduce((sum, { batches }) => sum + batches.reduce((of, { pairs }) => of + pairs.length, 0), 0);
}
function countScores(kept) {
	return kept.reduce((sum, { scores }) => sum + scores.length, 0);
}
function decideApart(asked, signal) {
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(new CancelledError());
		const worker = new Worker(new URL("./gate-thread.js", import.meta.url), {
			workerData: asked,
			env: {},
			execArgv: []
		});
		const cancel = () => {
			reject(new CancelledError());
			worker.terminate();
		};
		signal.addEventListener("abort", cancel, { once: true });
		worker.once("message", (decided) => resolve(decided));
		worker.once("error", reject);
		worker.once("exit", () => {
			signal.removeEventListener("abort", cancel);
			reject(/* @__PURE__ */ new Error("the thread of the gate ended without a word"));
		});
	});
}

// src/providers/memory.ts
const fewCalls = 1e3;
const manyCalls = 8e3;
const hugeCalls = 5e4;
const memory = {
	begin: () => setNursery("kept"),
	plan: (calls) => calls > manyCalls ? collectEarly(calls) : setNursery("growing"),
	ask: (calls) => {
		if (calls > fewCalls) collectEarly(calls);
	}
};
function setNursery(size) {
	setFlagsFromString(`--semi-space-growth-factor=${size === "kept" ? 1 : 2}`);
}
function collectEarly(calls) {
	const huge = calls > hugeCalls;
	setNursery(huge ? "growing" : "kept");
	setFlagsFromString(`--heap-growing-percent=${huge ? 50 : 10}`);
	setFlagsFromString("--expose-gc");
	const collect = runInNewContext("gc");
	if (typeof collect === "function") collect();
}

// src/wire/provider-keys.ts
function nameKeySource(provider) {
	switch (provider.key.kind) {
		case "input": return "the input `api-key`";
		case "environment":
		case "token": return `the environment variable ${provider.key.name}`;
		case "ambient": return `the environment variables ${ambientNames.keyId} and ${ambientNames.secret}`;
		case "workload-identity": return "the workload identity of AZURE_CLIENT_ID";
		case "none": return "no key";
	}
}
const ambientNames = {
	keyId: "AWS_ACCESS_KEY_ID",
	secret: "AWS_SECRET_ACCESS_KEY",
	session: "AWS_SESSION_TOKEN"
};
function credentialsOf(provider, env) {
	if (provider.key.kind !== "ambient") return void 0;
	const [accessKeyId = "", secretAccessKey = "", sessionToken = ""] = Object.values(ambientNames).map((name) => env[name]?.trim());
	if (accessKeyId === "" || secretAccessKey === "") return void 0;
	return {
		accessKeyId,
		secretAccessKey,
		...sessionToken === "" ? {} : { sessionToken }
	};
}
function identityOf(provider, env) {
	if (provider.key.kind !== "workload-identity") return void 0;
	const read = (name) => env[name]?.trim() ?? "";
	const [clientId, tenantId] = [read("AZURE_CLIENT_ID"), read("AZURE_TENANT_ID")];
	const authority = (read("AZURE_AUTHORITY_HOST") || "https://login.microsoftonline.com").replace(/\/+$/u, "");
	const path = read("AZURE_FEDERATED_TOKEN_FILE");
	const [url, token] = [read("ACTIONS_ID_TOKEN_REQUEST_URL"), read("ACTIONS_ID_TOKEN_REQUEST_TOKEN")];
	if (clientId === "" || tenantId === "") return void 0;
	if (path !== "") return {
		authority,
		tenantId,
		clientId,
		assertion: {
			kind: "file",
			path
		}
	};
	if (url === "" || token === "") return void 0;
	return {
		authority,
		tenantId,
		clientId,
		assertion: {
			kind: "github",
			url,
			token
		}
	};
}
function keyOf(provider, inputs, env) {
	switch (provider.key.kind) {
		case "input": return inputs["api-key"];
		case "environment":
		case "token": return env[provider.key.name]?.trim() || void 0;
		case "ambient":
		case "workload-identity":
		case "none": return;
	}
}
function keysHeld(settings, inputs, env) {
	return [...settings.providers.values()].flatMap((provider) => {
		if (provider.key.kind === "token" || provider.key.kind === "workload-identity") return [];
		const credentials = credentialsOf(provider, env);
		if (credentials !== void 0) return credentials.sessionToken === void 0 ? [credentials.secretAccessKey] : [];
		return keyOf(provider, inputs, env) ?? [];
	});
}
function hasKey(settings, name, inputs, env) {
	const application = settings.applications.get(name);
	if (application !== void 0) {
		if (application.kind === "command" || application.key === void 0) return true;
		return (env[application.key]?.trim() ?? "") !== "";
	}
	const provider = settings.providers.get(name);
	if (provider === void 0) return false;
	if (provider.key.kind === "none") return true;
	if (provider.key.kind === "ambient") return credentialsOf(provider, env) !== void 0;
	if (provider.key.kind === "workload-identity") return identityOf(provider, env) !== void 0;
	return keyOf(provider, inputs, env) !== void 0 || provider.key.kind === "environment" && provider.key.optional;
}

// src/wire/load-prices.ts
async function loadPrices(settings) {
	const { loadPriceList } = await import("./load-price-list.js");
	const { providers, applications } = settings;
	const endpoints = new Map([...[...providers].map(([name, { baseUrl }]) => [name, baseUrl]), ...[...applications.keys()].map((name) => [name, "http://127.0.0.1"])]);
	return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}

// src/providers/adapters.ts
const adapters = {
	chat: async () => (await import("./create-openai-provider.js")).createOpenAiProvider,
	responses: async () => (await import("./create-openai-provider.js")).createResponsesProvider,
	anthropic: async () => (await import("./create-anthropic-provider.js")).createAnthropicProvider,
	gemini: async () => (await import("./create-gemini-provider.js")).createGeminiProvider,
	bedrock: async () => (await import("./create-bedrock-provider.js")).createBedrockProvider,
	azure: async () => (await import("./create-openai-provider.js")).createAzureProvider
};
const streamedApis = [
	"chat",
	"responses",
	"anthropic",
	"azure"
];

// src/wire/open-programs.ts
const mostPrograms = 4;
const mostBytes = 4 * 2 ** 20;
const GRACE_MS$1 = 1e4;
function runsCommands({ scorers, applications }) {
	return [...scorers.values(), ...applications.values()].some(({ kind }) => kind === "command");
}
async function openPrograms(settings, place) {
	const { surroundings, workspace } = place;
	let placed;
	let at;
	const findPlace = async () => {
		placed ??= place.programs(settings);
		at = await placed;
		return at;
	};
	const closing = [];
	let scorers;
	const openTheirs = async (cwd) => {
		const { openScorers } = await import("./open-scorers.js");
		const runs = {
			scorers: settings.scorers,
			cwd,
			environment: surroundings.env
		};
		const opened = openScorers(cwd === workspace ? runs : {
			...runs,
			checkout: workspace
		});
		closing.push(opened.close);
		return opened;
	};
	const applications = [...settings.applications];
	const seats = await Promise.all(applications.map(async ([name, application]) => {
		const opened = await openSeat(name, application, {
			settings,
			place,
			findPlace
		});
		closing.push(opened.close);
		return [name, opened.seat];
	}));
	return {
		seats: new Map(seats),
		runScorer: async (name, input) => {
			const found = await findPlace();
			if (found.kind === "refused") return {
				kind: "failed",
				why: found.why
			};
			scorers ??= openTheirs(found.cwd);
			return (await scorers).run(name, input, surroundings.signal);
		},
		notes: () => at?.kind === "at" ? at.notes : [],
		close: () => {
			for (const close of closing) close();
			if (at?.kind === "at") at.leave();
		}
	};
}
async function openSeat(name, application, { settings, place, findPlace }) {
	const { clock, surroundings } = place;
	const [{ createApplicationProvider }, { quoteService }] = await Promise.all([import("./create-application-provider.js"), import("./quote-service.js")]);
	const secrets = (application.kind === "command" ? application.env : [application.key ?? []].flat()).flatMap((variable) => surroundings.env[variable]?.trim() || []);
	for (const secret of secrets) place.hide(secret);
	const quote = (text) => quoteService(text, ...secrets);
	const { timeoutMs, concurrency } = application;
	const common = {
		name,
		timeoutMs,
		quote,
		clock
	};
	const usual = application.kind === "command" ? mostPrograms : settings.concurrency;
	const atOnce = Math.min(settings.concurrency, concurrency ?? usual);
	const seatOf = (provider, endpoint) => {
		return {
			provider,
			endpoint,
			concurrency: atOnce,
			attemptMs: timeoutMs + GRACE_MS$1
		};
	};
	const found = await findPlace();
	if (found.kind === "refused") {
		const refused = {
			reason: "refused-request",
			stopsProvider: true
		};
		const ask = () => Promise.reject(new ProviderError(`The application \`${name}\` is not asked: ${found.why}.`, refused));
		return {
			seat: seatOf({ ask }, name),
			close: () => void 0
		};
	}
	const version = application.kind === "command" && found.version(application.command) || randomUUID();
	const endpoint = `${application.kind === "command" ? application.command.join(" ") : application.url} (${version})`;
	if (application.kind === "url") {
		const { postToApplication } = await import("./post-to-application.js");
		const run = postToApplication({
			...common,
			url: application.url,
			key: secrets[0]
		});
		return {
			seat: seatOf(createApplicationProvider({
				...common,
				endpoint,
				run,
				lines: false
			}), endpoint),
			close: () => void 0
		};
	}
	const { openApplication } = await import("./open-application.js");
	const opened = openApplication({
		command: application.command,
		serve: application.serve === true,
		concurrency: atOnce,
		cwd: found.cwd,
		...found.cwd === place.workspace ? {} : { checkout: place.workspace },
		environment: surroundings.env,
		named: application.env,
		answerBytes: mostBytes
	});
	const lines = application.serve === true;
	return {
		seat: seatOf(createApplicationProvider({
			...common,
			endpoint,
			run: opened.run,
			lines
		}), endpoint),
		close: opened.close
	};
}

// src/wire/open-asking.ts
async function unlessCancelled(waiting, signal) {
	const { promise, reject } = Promise.withResolvers();
	const cancel = () => reject(new CancelledError());
	promise.catch(() => void 0);
	if (signal.aborted) cancel();
	signal.addEventListener("abort", cancel, { once: true });
	try {
		return await Promise.race([waiting, promise]);
	} finally {
		signal.removeEventListener("abort", cancel);
	}
}
async function openAsking(settings, calls, place) {
	memory.ask(calls);
	const { inputs, surroundings, progress, clock } = place;
	if (runsCommands(settings)) place.shedKeys();
	surroundings.heedCancel();
	const [{ createAsking }, { openSqliteStore }, { createRowSeal, unsealed }, { withSpare }, { createSession }] = await Promise.all([
		import("./create-asking.js"),
		import("./sqlite-store.js"),
		import("./row-seal.js"),
		import("./spare-store.js"),
		import("./create-session.js")
	]);
	const file = await unlessCancelled(place.beforeStore?.(settings), surroundings.signal) ?? place.store;
	const key = deriveKey(keysHeld(settings, inputs, surroundings.env), "store");
	const refused = () => progress.say("Kept replies that no run with these keys signed are not believed: they are asked anew.");
	const kept = openSqliteStore(file, clock, key === void 0 && !place.sealed ? unsealed : createRowSeal(key ?? randomBytes(32), refused));
	for (const note of kept.notes) progress.say(note);
	const store = withSpare(kept, progress.say);
	const openSeat = async (name, provider) => {
		const key = keyOf(provider, inputs, surroundings.env);
		if (key !== void 0) place.hide(key);
		const credentials = credentialsOf(provider, surroundings.env);
		for (const secret of secretsOf(credentials)) place.hide(secret);
		const identity = identityOf(provider, surroundings.env);
		const { api, baseUrl, fallback, region, apiVersion } = provider;
		const endpoint = api === "chat" ? baseUrl : `${baseUrl} (${[api, apiVersion ?? []].flat().join(" ")})`;
		const service = {
			name,
			baseUrl,
			endpoint,
			keyFrom: nameKeySource(provider),
			clock,
			...key === void 0 ? {} : { key },
			...provider.key.kind === "token" && { isToken: true },
			...credentials === void 0 ? {} : { credentials },
			...identity === void 0 ? {} : {
				identity,
				hide: place.hide
			},
			...region === void 0 ? {} : { region },
			...apiVersion === void 0 ? {} : { apiVersion },
			...settings.stream && { stream: true }
		};
		const made = (await adapters[api]())(service);
		return [name, {
			provider: sendingBytes(made, place.held),
			endpoint,
			...fallback === void 0 ? {} : { fallback }
		}];
	};
	const seats = await Promise.all([...settings.providers].map(([name, provider]) => openSeat(name, provider)));
	const programs = await openPrograms(settings, place);
	tellUnstreamed(settings, progress);
	const costOf = await loadPrices(settings);
	const session = createSession({
		asking: createAsking({
			providers: new Map([...seats, ...programs.seats]),
			store,
			clock,
			random: Math.random,
			limits: {
				...settings,
				goneMs: clock.monotonic() - place.startedAt
			},
			ownLimits: ownLimits(settings),
			progress,
			costOf,
			cancel: surroundings.signal,
			needsFirstToken: [settings, ...settings.overrides].some(({ gate }) => gate.latencyOf === "first-token")
		}),
		store,
		costOf,
		runScorer: programs.runScorer,
		notes: programs.notes
	});
	return {
		...session,
		close: async () => {
			programs.close();
			await session.close();
		}
	};
}
function ownLimits(settings) {
	const none = Number.POSITIVE_INFINITY;
	return new Map(ownBudgets(settings).map(({ at, calls = none, usd = none }) => [at, {
		maxCalls: calls,
		maxCostUsd: usd
	}]));
}
function tellUnstreamed({ stream, models, providers, applications }, progress) {
	if (!stream) return;
	const streamed = new Set(streamedApis);
	const whole = [...new Set(models.map(({ provider }) => provider))].filter((name) => applications.has(name) || !streamed.has(providers.get(name)?.api ?? "chat"));
	if (whole.length > 0) progress.say(`Replies of ${whole.join(", ")} come whole: their time to the first token is not known.`);
}

// src/hosts/git/git-host.ts
async function openGitHost({ folder, base }) {
	const paths = await findRepository(folder);
	const [opened, merged] = await Promise.allSettled([openWorkingTree(paths), findMergeBase(paths.root, base)]);
	if (opened.status === "rejected") throw opened.reason;
	const { root, now, env, tree, text, texts, bytes, close } = opened.value;
	if (merged.status === "rejected") {
		await close();
		throw merged.reason;
	}
	const compared = merged.value;
	return {
		root,
		close,
		tree,
		text,
		texts,
		bytes,
		pullRequest: () => Promise.resolve({
			tip: now,
			base: compared,
			head: now,
			fork: false
		}),
		changedFiles: async (pull) => readChanges(await runGit(root, [
			"diff-tree",
			"-r",
			"-z",
			"-M",
			"--raw",
			"--no-abbrev",
			pull.base.sha,
			pull.head.sha
		], env))
	};
}
async function findMergeBase(root, wanted) {
	for (const ref of wanted === void 0 ? [
		"origin/HEAD",
		"main",
		"master"
	] : [wanted]) try {
		return {
			sha: await gitWord(root, [
				"merge-base",
				"--end-of-options",
				"HEAD",
				`${ref}^{commit}`
			]),
			ref
		};
	} catch (fault) {
		if (!await isCommit(root, ref)) continue;
		throw problem(`HEAD and '${ref}' have no common commit (${wordsOfGit(fault)}).`, "Fetch the whole history, or name another base with --base.");
	}
	if (wanted !== void 0) throw problem(`there is no commit '${wanted}' in this repository.`, "Give --base a branch, tag or commit that `git log` knows.");
	throw problem("there is nothing to compare with: no origin/HEAD, main or master.", "Name the base yourself: promptgate review --base REF.");
}
function isCommit(root, ref) {
	return gitWord(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]).then(() => true, () => false);
}
function problem(what, fix) {
	return new ProblemError({
		reason: "files",
		what,
		fix
	});
}
function readChanges(raw) {
	const fields = raw.toString("utf8").split("\0");
	const changes = [];
	for (let at = 0; at + 1 < fields.length;) {
		const status = (fields[at] ?? "").split(" ").at(-1) ?? "";
		const path = fields[at + 1] ?? "";
		if (status.startsWith("R") || status.startsWith("C")) {
			changes.push({
				path: fields[at + 2] ?? "",
				previousPath: path,
				status: "renamed"
			});
			at += 3;
		} else {
			changes.push({
				path,
				status: status === "A" ? "added" : status === "D" ? "removed" : "modified"
			});
			at += 2;
		}
	}
	return changes;
}

// src/wire/wire-local.ts
async function wireLocal(inputs, surroundings, { folder, base, store, progress, replayed }) {
	const host = await openGitHost({
		folder,
		...base === void 0 ? {} : { base }
	});
	const now = async () => {
		const pull = await host.pullRequest();
		return "nothing" in pull ? /* @__PURE__ */ new Map() : host.tree(pull.head);
	};
	const asking = wireLocalAsking(inputs, surroundings, {
		root: host.root,
		now,
		progress,
		...store === void 0 ? {} : { store }
	});
	const close = async () => {
		await asking.close();
		await host.close();
	};
	if (replayed === void 0) return {
		...asking,
		host,
		close
	};
	const { replayReport } = await import("./replay-report.js");
	const openAsking = async () => replayReport(replayed.report, replayed.from);
	return {
		...asking,
		host,
		close,
		openAsking,
		hasKey: () => true,
		asksNothing: true
	};
}
async function watchLocal(folder, own, say) {
	const { watchTree } = await import("./watch-tree.js");
	return watchTree(folder, own, say);
}
function wireLocalAsking(inputs, surroundings, { root, now, store, progress }) {
	const held = new HeldBytes();
	const place = {
		held,
		inputs,
		surroundings,
		progress,
		store: store ?? join(cacheFolder(surroundings.env), "replies.sqlite"),
		clock: systemClock,
		startedAt: systemClock.monotonic(),
		sealed: false,
		workspace: root,
		hide: () => void 0,
		programs: async () => {
			const tree = await now?.();
			return {
				kind: "at",
				cwd: root,
				notes: [],
				version: (command) => tree && programVersion(command, tree, {
					workspace: root,
					beside: true
				}),
				leave: () => void 0
			};
		},
		shedKeys: () => void 0
	};
	const sandbox = createSandbox();
	const asking = openSessions((settings, calls) => openAsking(settings, calls, place));
	return {
		held,
		clock: systemClock,
		breathe: createBreathe(surroundings.signal),
		deciding: createDeciding(surroundings.signal),
		progress,
		begin: memory.begin,
		sandbox,
		words,
		expect: memory.plan,
		tool,
		hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
		loadPrices,
		openAsking: asking.open,
		close: async () => {
			sandbox.close();
			await asking.close();
		}
	};
}
const words = { loadSynonyms: async () => (await import("./load-synonyms.js")).loadSynonyms() };
function openSessions(open) {
	const opened = [];
	return {
		open: async (settings, calls) => {
			const session = await open(settings, calls);
			opened.push(session);
			return session;
		},
		close: async () => {
			for (const session of opened) await session.close();
		}
	};
}
const LONGEST_MS = 50;
const GRACE_MS = 1e3;
function createBreathe(signal) {
	let begun;
	let cancelledAt = Number.POSITIVE_INFINITY;
	signal.addEventListener("abort", () => {
		cancelledAt = performance.now();
	});
	return () => {
		const now = performance.now();
		if (now - cancelledAt > GRACE_MS) return Promise.reject(new CancelledError());
		if (begun === void 0) {
			begun = now;
			setImmediate(() => {
				begun = void 0;
			});
		}
		return now - begun < LONGEST_MS ? void 0 : setImmediate$1();
	};
}

export { wireLocalAsking as a, openAsking as c, keyOf as d, keysHeld as f, deriveKey as g, createSeal as h, wireLocal as i, loadPrices as l, createDeciding as m, openSessions as n, words as o, memory as p, watchLocal as r, openGitHost as s, createBreathe as t, hasKey as u };