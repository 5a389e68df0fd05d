import "./rolldown-runtime.js";
import { t as baselineCall } from "./call.js";
import { n as costOfAnswer } from "./prices.js";
import { n as cancelled } from "./not-asked.js";
import { t as hash } from "./hash.js";
import { t as servedAs } from "./served-model.js";

// src/app/ask/served-record.ts
const leastTokens = 3;
const leastShare = .02;
var ServedRecord = class {
	#counts;
	#byModel = /* @__PURE__ */ new Map();
	#recounts = /* @__PURE__ */ new Map();
	#before = /* @__PURE__ */ new Map();
	#keys = /* @__PURE__ */ new WeakMap();
	constructor(counts) {
		this.#counts = counts;
	}
	add(call, reply) {
		const { servedModel, at } = reply.answer;
		const { model } = call.request;
		const by = this.#byModel.get(model) ?? /* @__PURE__ */ new Map();
		const held = by.get(servedModel) ?? {
			replies: 0,
			kept: 0,
			first: at,
			last: at
		};
		held.replies += 1;
		held.kept += reply.kept ? 1 : 0;
		held.first = Math.min(held.first, at);
		held.last = Math.max(held.last, at);
		this.#byModel.set(model, by.set(servedModel, held));
		if (!reply.kept) this.#recount(call, reply.answer);
	}
	#recount({ request }, { usage, endpoint, at }) {
		const { tokensOf, keepTokens } = this.#counts;
		const tokens = usage.inputTokens;
		if (tokens === void 0 || usage.estimated === true || tokensOf === void 0) return;
		const key = this.#keyOf(request, endpoint ?? "");
		let before = this.#before.get(key);
		if (before === void 0) {
			before = tokensOf(key) ?? null;
			this.#before.set(key, before);
			keepTokens?.(key, tokens, at).catch(() => {});
		}
		if (before === null) return;
		const { model } = request;
		const held = this.#recounts.get(model) ?? {
			of: 0,
			changed: []
		};
		this.#recounts.set(model, held);
		held.of += 1;
		const apart = Math.abs(tokens - before.tokens);
		if (apart >= leastTokens && apart > leastShare * before.tokens) held.changed.push({
			ratio: tokens / Math.max(1, before.tokens),
			since: before.at
		});
	}
	#keyOf(request, endpoint) {
		const held = this.#keys.get(request);
		if (held?.endpoint === endpoint) return held.key;
		const key = hash({
			endpoint,
			request
		});
		this.#keys.set(request, {
			endpoint,
			key
		});
		return key;
	}
	served(isKnown) {
		return [...this.#byModel].map(([asked, by]) => {
			const others = [...by].flatMap(([model, { replies }]) => servedAs(asked, model, isKnown) === "another" ? [{
				model,
				replies
			}] : []);
			const replies = [...by.values()].reduce((sum, one) => sum + one.replies, 0);
			const changes = changesOf(by);
			return {
				asked,
				served: [...by.keys()],
				...others.length === 0 ? {} : {
					others,
					replies
				},
				...changes.length === 0 ? {} : { changes }
			};
		});
	}
	recounted() {
		return [...this.#recounts].flatMap(([model, { of, changed }]) => {
			if (changed.length === 0) return [];
			const ratios = changed.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
			const ratio = ratios[Math.floor(ratios.length / 2)] ?? 1;
			const since = changed.reduce((latest, one) => Math.max(latest, one.since), 0);
			return [{
				model,
				calls: changed.length,
				of,
				ratio,
				since: new Date(since).toISOString()
			}];
		});
	}
};
function changesOf(by) {
	const inOrder = [...by].toSorted(([, one], [, other]) => one.first - other.first);
	return inOrder.slice(1).map(([to, after], index) => {
		const [from, before] = inOrder[index] ?? [to, after];
		return {
			from,
			to,
			at: new Date(after.first).toISOString(),
			...before.kept === before.replies && after.kept < after.replies ? { kept: true } : {},
			...before.last > after.first ? { mixed: true } : {}
		};
	});
}

// src/app/ask/create-session.ts
function createSession({ asking, store, costOf, runScorer, notes = () => [] }) {
	const served = new ServedRecord(store);
	const byName = /* @__PURE__ */ new Map();
	const count = (call, reply) => {
		if (reply.kind === "failed") return reply;
		const { model } = call.request;
		const list = reply.answer.billedUsd === void 0 ? costOf.listOf?.(reply.answer.servedBy, model) : void 0;
		if (list !== void 0) byName.set(model, list);
		served.add(call, reply);
		return reply;
	};
	return {
		ask: {
			reply: async (call) => {
				if (asking.mayAsk(0) === "cancelled") return {
					kind: "failed",
					call: call.id,
					...cancelled
				};
				return count(call, await askOrTakeBaseline(call, asking, store));
			},
			kept: (call) => store.find(call),
			isKept: asking.isKept,
			runScorer
		},
		priceOf: (cell, side, answer) => {
			const request = cell[side];
			return request === void 0 ? void 0 : costOfAnswer(request, answer, costOf);
		},
		mayAsk: asking.mayAsk,
		wouldBreak: asking.wouldBreak,
		stoppedBy: asking.stoppedBy,
		expect: asking.expect,
		stopped: () => asking.spent().stopped.flatMap(({ message, takenOverBy }) => takenOverBy === void 0 ? [message] : []),
		spent: () => ({
			...describeSpent(asking.spent(), byName),
			served: served.served(costOf.knows ?? (() => false)),
			...withRecounts(served.recounted())
		}),
		notes: () => [...takenOver(asking.spent()), ...notes()],
		history: store,
		past: store,
		close: async () => store.close()
	};
}
async function askOrTakeBaseline(call, asking, store) {
	if (call.baseline === void 0 || isKept(call, store)) return asking.ask(call);
	const shared = baselineCall(call, call.baseline.copy);
	const kept = store.find(shared.id);
	if (kept !== void 0 && kept.at >= call.baseline.notBefore) {
		await store.keep(call, {
			...kept,
			baseline: true
		});
		return asking.ask(call);
	}
	const reply = await asking.ask(call);
	if (reply.kind === "answered") await store.share(call, shared);
	return reply;
}
function withRecounts(recounted) {
	return recounted.length === 0 ? {} : { recounted };
}
function takenOver({ stopped, answeredBy }) {
	return stopped.flatMap(({ provider, message, takenOverBy }) => {
		if (takenOverBy === void 0) return [];
		const [own = 0, other = 0] = [provider, takenOverBy].map((name) => answeredBy.get(name));
		const calls = (count) => `${count} ${count === 1 ? "call" : "calls"}`;
		return [`${provider} was down: its fallback, ${takenOverBy}, answered ${own === 0 ? `all ${calls(other)}` : `${calls(other)}; ${provider} itself had answered ${own}`}. ${message}`];
	});
}
function isKept({ id, notBefore = Number.NEGATIVE_INFINITY }, store) {
	const own = store.find(id);
	return own !== void 0 && own.at >= notBefore;
}
function describeSpent(spent, byName) {
	const { made, byPurpose, kept, shared, failed, retried, costUsd, usdByModel, unpriced, adapted } = spent;
	const priced = made - [...unpriced.values()].reduce((sum, calls) => sum + calls, 0);
	return {
		calls: {
			made,
			kept,
			saved: shared,
			failed,
			retried,
			byPurpose
		},
		costUsd: {
			...made > 0 && priced === 0 ? {} : { actual: costUsd },
			...usdByModel.size === 0 ? {} : { models: [...usdByModel].map(([model, actual]) => ({
				model,
				actual
			})) },
			unpriced: [...unpriced.keys()],
			...byName.size === 0 ? {} : { byName: [...byName].map(([model, list]) => ({
				model,
				list
			})) }
		},
		adapted: [...adapted].map(([model, params]) => ({
			model,
			params
		}))
	};
}

export { createSession };