// src/core/spending/request-units.ts
const rulerCharacters = 4;
function sentText({ messages, params }) {
	const isSystem = ({ role }) => role === "system" || role === "developer";
	const ordered = [...messages.filter(isSystem), ...messages.filter((message) => !isSystem(message))];
	return `${params["tools"] === void 0 ? "" : `${JSON.stringify(params["tools"])}\n`}${ordered.map(sentMessage).join("\n")}`;
}
function sentMessage({ role, content, parts, toolCalls = [] }) {
	const shown = parts === void 0 ? content : JSON.stringify(parts);
	const called = toolCalls.map((call) => `${call.name} ${call.arguments}`).join("\n");
	return `${role}: ${shown}${called === "" ? "" : `\n${called}`}`;
}
function requestUnits(request) {
	return sentText(request).length / 4;
}

export { sentText as n, requestUnits as t };