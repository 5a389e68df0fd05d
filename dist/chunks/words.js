import { a as aoutput, f as utf8ToBytes, i as anumber, n as aexists, r as ahash, s as clean, t as abytes } from "./utils.js";
import { n as sha256 } from "./hash.js";
import { t as systemClock } from "./system-clock.js";
import { randomBytes } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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

// src/core/seal/derive-key.ts
const shortestSecret = 16;
function deriveKey(keys, purpose) {
	const secrets = [...new Set(keys)].filter((key) => key.length >= shortestSecret).toSorted();
	if (secrets.length === 0) return void 0;
	const material = utf8ToBytes(JSON.stringify(secrets));
	return hkdf(sha256, material, utf8ToBytes("promptgate"), utf8ToBytes(purpose), 32);
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
function keysHeld(settings, inputs, env) {
	return [...settings.providers.values()].flatMap((provider) => keyOf(provider, inputs, env) ?? []);
}
function hasKey(settings, name, inputs, env) {
	const provider = settings.providers.get(name);
	if (provider === void 0) return false;
	if (provider.key.kind === "none") return true;
	return keyOf(provider, inputs, env) !== void 0 || provider.key.kind === "environment" && provider.key.optional;
}

// src/wire/load-prices.ts
async function loadPrices(settings) {
	const { loadPriceList } = await import("./load-price-list.js");
	const endpoints = new Map([...settings.providers].map(([name, { baseUrl }]) => [name, baseUrl]));
	return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}

// src/wire/open-asking.ts
async function openAsking(settings, calls, place) {
	memory.ask(calls);
	const { inputs, surroundings, progress } = place;
	if ([...settings.scorers.values()].some(({ kind }) => kind === "command")) place.shedKeys();
	surroundings.heedCancel();
	const [{ createAsking }, { createOpenAiProvider }, { openSqliteStore }, { createRowSeal, unsealed }, { withSpare }, { createSession }] = await Promise.all([
		import("./create-asking.js"),
		import("./create-openai-provider.js"),
		import("./sqlite-store.js"),
		import("./row-seal.js"),
		import("./spare-store.js"),
		import("./create-session.js")
	]);
	const clock = systemClock;
	await place.beforeStore?.(settings);
	const key = deriveKey(keysHeld(settings, inputs, surroundings.env), "store");
	const refused = () => progress.say("Kept replies that no run with these keys signed are not believed: they are asked anew.");
	const seal = key === void 0 && !place.sealed ? unsealed : createRowSeal(key ?? randomBytes(32), refused);
	const kept = openSqliteStore(place.store, clock, seal);
	for (const note of kept.notes) progress.say(note);
	const store = withSpare(kept, progress.say);
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
	const asking = createAsking({
		providers: new Map(seats),
		store,
		clock,
		random: Math.random,
		limits: {
			...settings,
			goneMs: performance.now() - place.startedAt
		},
		progress,
		costOf,
		cancel: surroundings.signal
	});
	let scorers;
	let opened;
	const openTheirs = async () => {
		const at = await place.scorers(settings);
		if (at.kind === "refused") return { place: at };
		const { openScorers } = await import("./open-scorers.js");
		const { env } = surroundings;
		const runs = {
			scorers: settings.scorers,
			cwd: at.cwd,
			environment: env
		};
		return {
			place: at,
			running: openScorers(at.cwd === place.workspace ? runs : {
				...runs,
				checkout: place.workspace
			})
		};
	};
	const session = createSession({
		asking,
		store,
		costOf,
		runScorer: async (name, input) => {
			scorers ??= openTheirs();
			opened = await scorers;
			if (opened.running === void 0) return {
				kind: "failed",
				why: opened.place.why
			};
			return opened.running.run(name, input, surroundings.signal);
		},
		notes: () => opened?.place.kind === "at" ? opened.place.notes : []
	});
	return {
		...session,
		close: async () => {
			opened?.running?.close();
			if (opened?.place.kind === "at") opened.place.leave();
			await session.close();
		}
	};
}

// src/wire/open-sessions.ts
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

// src/wire/words.ts
const words = { loadSynonyms: async () => (await import("./load-synonyms.js")).loadSynonyms() };

export { hasKey as a, deriveKey as c, loadPrices as i, hmac as l, openSessions as n, keysHeld as o, openAsking as r, memory as s, words as t };