// src/app/ask/not-asked.ts
const IN_A_ROW = 3;
var Refusals = class {
	#byModel = /* @__PURE__ */ new Map();
	why(provider, { model }) {
		const held = this.#byModel.get(key(provider, model));
		return held !== void 0 && (held.error.stopsModel || held.count >= IN_A_ROW) ? held.error : void 0;
	}
	stopped() {
		return [...this.#byModel].flatMap(([held, { count, error }]) => error.stopsModel || count >= IN_A_ROW ? [{
			provider: held.split("\n", 1)[0] ?? "",
			message: error.withFix
		}] : []);
	}
	refused(provider, { model }, error) {
		const count = (this.#byModel.get(key(provider, model))?.count ?? 0) + 1;
		this.#byModel.set(key(provider, model), {
			count,
			error
		});
	}
	answered(provider, { model }) {
		this.#byModel.delete(key(provider, model));
	}
};
function key(provider, model) {
	return `${provider}\n${model}`;
}
const cancelled = {
	reason: "cancelled",
	message: "Not asked: the run was cancelled."
};
function noProvider(name) {
	return {
		reason: "refused-request",
		message: `There is no provider called ${name}. Name one of \`providers\` in the config.`
	};
}
function overBudget({ limit, limits, own }) {
	const { maxCalls, maxCostUsd } = limits;
	const [calls, usd] = own ? ["budget.calls", "budget.usd"] : ["max-calls", "max-cost"];
	const what = limit === "calls" ? `${maxCalls} calls (${calls})` : `$${maxCostUsd} (${usd})`;
	return {
		reason: "budget",
		message: `Not asked: ${own ? "the limit of its `overrides`," : "the run’s limit of"} ${what} is reached.`
	};
}
function overdue({ timeoutMs }) {
	return {
		reason: "deadline",
		message: `Not asked: the run’s time of ${Math.round(timeoutMs / 6e3) / 10} min (timeout) is over, or ends before the service lets it go on.`
	};
}

export { overdue as a, overBudget as i, cancelled as n, noProvider as r, Refusals as t };