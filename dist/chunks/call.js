import { t as hash } from "./hash.js";

// src/core/call.ts
function callFor(request, trial, purpose, scope = "") {
	return {
		id: hash({
			request: identityOf(request),
			trial,
			scope
		}),
		request,
		trial,
		purpose
	};
}
function requestHash(request) {
	return hash(identityOf(request));
}
function identityOf(request) {
	if (request.kind !== "chat" || request.subject !== void 0) return request;
	if (request.messages.every(({ parts }) => parts === void 0)) return request;
	const unnamed = (part) => {
		if (part.kind === "text" || part.kind === "file") return part;
		const { name: _, ...sent } = part;
		return sent;
	};
	const messages = request.messages.map(({ content, parts, ...message }) => parts === void 0 ? {
		...message,
		content
	} : {
		...message,
		parts: parts.map(unnamed)
	});
	return {
		...request,
		messages
	};
}
function baselineCall({ request, trial, purpose }, copy) {
	return callFor(request, trial, purpose, `old side, copy ${copy}`);
}

export { callFor as n, requestHash as r, baselineCall as t };