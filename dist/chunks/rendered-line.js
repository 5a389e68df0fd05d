// src/core/rendered/rendered-line.ts
const snapshotEnding = /\.rendered\.jsonl$/iu;
function lacksLine({ rendered }, id) {
	return rendered !== void 0 && !rendered.has(id);
}
function promptOfCase(prompt, id) {
	if (prompt.rendered === void 0) return prompt;
	const { model: _, ...rest } = prompt;
	const { messages, params, model } = prompt.rendered.get(id) ?? {
		messages: [],
		params: {}
	};
	return {
		...rest,
		messages,
		params,
		...model !== void 0 && { model }
	};
}

export { promptOfCase as n, snapshotEnding as r, lacksLine as t };