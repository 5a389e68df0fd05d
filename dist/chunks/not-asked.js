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

export { overdue as i, noProvider as n, overBudget as r, cancelled as t };