// src/core/agents/trigger-cases.ts
const triggerKind = "triggers";
function triggerCheck(argument, at) {
	const name = `${triggerKind}: ${argument}`;
	return {
		kind: triggerKind,
		name,
		argument,
		options: {},
		weight: 1,
		required: false,
		at
	};
}
function isTriggerCase({ checks }) {
	return checks.some(({ kind }) => kind === triggerKind);
}

export { triggerCheck as n, triggerKind as r, isTriggerCase as t };