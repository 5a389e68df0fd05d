import "./rolldown-runtime.js";
import { t as baselineCall } from "./call.js";
import { i as servedAs, n as costOfAnswer } from "./prices.js";
import { n as cancelled } from "./not-asked.js";

// src/app/ask/create-session.ts
function createSession({ asking, store, costOf, runScorer, notes = () => [] }) {
	const served = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	const count = (call, reply) => {
		if (reply.kind === "failed") return reply;
		const { model } = call.request;
		const list = reply.answer.billedUsd === void 0 ? costOf.listOf?.(reply.answer.servedBy, model) : void 0;
		if (list !== void 0) byName.set(model, list);
		const by = served.get(model) ?? /* @__PURE__ */ new Map();
		served.set(model, by.set(reply.answer.servedModel, (by.get(reply.answer.servedModel) ?? 0) + 1));
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
		expect: asking.expect,
		stopped: () => asking.spent().stopped.flatMap(({ message, takenOverBy }) => takenOverBy === void 0 ? [message] : []),
		spent: () => ({
			...describeSpent(asking.spent(), byName),
			served: [...served].map(([asked, by]) => describeServed(asked, by, costOf.knows ?? (() => false)))
		}),
		notes: () => [...takenOver(asking.spent()), ...notes()],
		history: store,
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
function describeServed(asked, by, isKnown) {
	const others = [...by].flatMap(([model, replies]) => servedAs(asked, model, isKnown) === "another" ? [{
		model,
		replies
	}] : []);
	const replies = [...by.values()].reduce((sum, count) => sum + count, 0);
	return {
		asked,
		served: [...by.keys()],
		...others.length === 0 ? {} : {
			others,
			replies
		}
	};
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
	const { made, byPurpose, kept, shared, failed, retried, costUsd, unpriced, adapted } = spent;
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