import { t as canonicalJson } from "./json.js";

// src/core/rendered/write-rendered-lines.ts
function writeRenderedLines(lines) {
	return [...lines].map(([id, line]) => `${JSON.stringify(asWritten(id, line))}\n`).join("");
}
function asWritten(id, { messages, model, params }) {
	const { tools, response_format: format, ...parameters } = params;
	const sorted = Object.entries(parameters).toSorted(([one], [other]) => one < other ? -1 : 1);
	return {
		id,
		...model !== void 0 && { model },
		...sorted.length > 0 && { parameters: Object.fromEntries(sorted) },
		...tools !== void 0 && { tools },
		...format !== void 0 && { response_format: format },
		messages: messages.map(writeMessage)
	};
}
function writeMessage({ role, content, parts, toolCalls, toolCallId }) {
	return {
		role,
		content: parts === void 0 ? content : parts.map(writePart),
		...toolCalls !== void 0 && { tool_calls: toolCalls.map(({ id, name, arguments: written }) => {
			return {
				...id !== void 0 && { id },
				type: "function",
				function: {
					name,
					arguments: written
				}
			};
		}) },
		...toolCallId !== void 0 && { tool_call_id: toolCallId }
	};
}
function writePart(part) {
	if (part.kind === "text") return {
		type: "text",
		text: part.text
	};
	const { source, name } = part;
	const url = source.kind === "url" ? source.url : `data:${source.mediaType};base64,${source.base64}`;
	if (part.kind === "image") return {
		type: "image_url",
		image_url: { url }
	};
	const { type, data } = /^data:(?<type>audio\/[^;]+);base64,(?<data>.*)$/su.exec(url)?.groups ?? {};
	if (part.kind === "audio" && data !== void 0) return {
		type: "input_audio",
		input_audio: {
			data,
			format: type === "audio/mpeg" ? "mp3" : "wav"
		}
	};
	return {
		type: "file",
		file: {
			file_data: url,
			...name !== void 0 && { filename: name }
		}
	};
}
function showRenderedLines(lines) {
	return [...lines].map(([id, line]) => showLine(id, line)).join("\n");
}
function showLine(id, { messages, model, params }) {
	const set = Object.entries(params).toSorted(([one], [other]) => one < other ? -1 : 1);
	return [
		`# ${id}`,
		...model === void 0 ? [] : [`model: ${model}`],
		...set.map(([name, value]) => `${name}: ${canonicalJson(value)}`),
		...messages.flatMap(({ role, content, toolCalls = [] }) => [
			`${role}:`,
			...content.split("\n").map((text) => `  ${text}`),
			...toolCalls.map((call) => `  → ${call.name} ${call.arguments}`)
		]),
		""
	].join("\n");
}
function compareSnapshots(before, after) {
	const shown = (id, line) => canonicalJson(asWritten(id, line));
	const gone = [...before.keys()].filter((id) => !after.has(id));
	const come = [...after.keys()].filter((id) => !before.has(id));
	return {
		changed: [...after].flatMap(([id, line]) => {
			const other = before.get(id);
			return other !== void 0 && shown(id, other) !== shown(id, line) ? [id] : [];
		}),
		gone,
		come
	};
}

export { showRenderedLines as n, writeRenderedLines as r, compareSnapshots as t };