// src/core/served-model.ts
const version = /[-@:_](?:\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|\d{3,4}|v\d+(?::\d+)?|latest|preview|exp)$/u;
function servedAs(asked, served, isKnown) {
	const [one, other] = [plainName(asked), plainName(served)];
	if (one === other) return "asked";
	const [stem, otherStem] = [stemOf(one), stemOf(other)];
	if (stem === otherStem) return one === stem || other === otherStem || isOpen(one) ? "asked" : "another";
	return isKnown(asked) || isKnown(one) || isKnown(stem) ? "another" : "alias";
}
function plainName(model) {
	return model.trim().toLowerCase().replace(/^.*\//u, "").replace(/^(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere)\./u, "");
}
function stemOf(model) {
	const shorter = model.replace(version, "");
	return shorter === model ? model : stemOf(shorter);
}
function isOpen(model) {
	return /[-@:_](?:latest|preview|exp)$/u.test(model);
}

// src/core/money/prices.ts
function costOfAnswer(request, answer, costOf) {
	const { billedUsd, servedBy, servedModel, usage } = answer;
	const another = servedAs(request.model, servedModel, costOf.knows ?? (() => false)) === "another";
	return billedUsd ?? costOf(servedBy, another ? servedModel : request.model, usage);
}

// src/app/ask/not-asked.ts
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
function overBudget(broken, { maxCalls, maxCostUsd }) {
	return {
		reason: "budget",
		message: `Not asked: the run’s limit of ${broken === "calls" ? `${maxCalls} calls (max-calls)` : `$${maxCostUsd} (max-cost)`} is reached.`
	};
}
function overdue({ timeoutMs }) {
	return {
		reason: "deadline",
		message: `Not asked: the run’s time of ${Math.round(timeoutMs / 6e3) / 10} min (timeout) is over, or ends before the service lets it go on.`
	};
}

export { costOfAnswer as a, overdue as i, noProvider as n, servedAs as o, overBudget as r, cancelled as t };