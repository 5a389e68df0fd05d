import { E as string, F as NEVER, O as union, T as strictObject, b as number, c as any, i as _enum, l as array, o as _null, v as literal, w as record, x as object, y as looseObject } from "./zod.js";
import { n as readPlainJson } from "./read-plain-json.js";
import { n as knownParams, r as nameParams } from "./read-params.js";
import { t as resolvePath } from "./resolve-path.js";
import { r as mediaTypes } from "./media-type.js";
import { i as partWords, n as partKinds, o as writtenPart, r as partOf, t as isAddress } from "./part-value.js";
import { r as textOfParts } from "./show-parts.js";
import { t as explainIssues } from "./explain-issues.js";
import { t as readYaml } from "./read-yaml.js";

// src/core/parts/read-parts.ts
const url = string().min(1);
const shows = (kind, address, name) => ({
	kind,
	source: {
		kind: "url",
		url: address
	},
	...name !== void 0 && { name }
});
const dataUrl$1 = (mediaType, base64) => `data:${mediaType};base64,${base64}`;
const kindOf = (mediaType) => mediaType.startsWith("image/") ? "image" : mediaType.startsWith("audio/") ? "audio" : "file";
const part = union([
	object({
		type: _enum(["text", "input_text"]),
		text: string()
	}).transform(({ text }) => ({
		kind: "text",
		text
	})),
	object({
		type: _enum(["image_url", "input_image"]),
		image_url: union([url, object({ url })])
	}).transform(({ image_url: image }) => shows("image", typeof image === "string" ? image : image.url)),
	object({
		type: literal("input_audio"),
		input_audio: object({
			data: url,
			format: _enum(["wav", "mp3"])
		})
	}).transform(({ input_audio: { data, format } }) => shows("audio", dataUrl$1(format === "mp3" ? "audio/mpeg" : "audio/wav", data))),
	object({
		type: literal("file"),
		file: object({
			file_data: url,
			filename: string().optional()
		})
	}).transform(({ file }) => shows("file", file.file_data, file.filename)),
	object({
		type: literal("input_file"),
		file_data: url,
		filename: string().optional()
	}).transform(({ file_data: data, filename }) => shows("file", data, filename)),
	object({
		type: literal("input_file"),
		file_url: url
	}).transform(({ file_url: address }) => shows("file", address)),
	object({
		type: _enum(["image", "document"]),
		source: union([object({
			type: literal("base64"),
			media_type: string(),
			data: url
		}), object({
			type: literal("url"),
			url
		})])
	}).transform(({ type, source }) => {
		const address = source.type === "url" ? source.url : dataUrl$1(source.media_type, source.data);
		return shows(type === "image" ? "image" : "file", address);
	}),
	object({
		type: literal("image"),
		image: url,
		mediaType: string().optional()
	}).transform(({ image, mediaType }) => {
		return shows("image", mediaType === void 0 || isWhole(image) ? image : dataUrl$1(mediaType, image));
	}),
	object({
		type: literal("file"),
		data: url,
		mediaType: string(),
		filename: string().optional()
	}).transform(({ data, mediaType, filename }) => shows(kindOf(mediaType), isWhole(data) ? data : dataUrl$1(mediaType, data), filename))
]);
const content$1 = array(part).min(1);
function isWhole(written) {
	return /^(?:https?:|data:|\.{0,2}\/|\{)/iu.test(written);
}
function readParts(written) {
	const read = content$1.safeParse(written).data;
	return read?.some(({ kind }) => kind !== "text") === true ? read : void 0;
}

// src/core/parts/inline-parts.ts
const relative = "Paths are relative to the file they are written in.";
const dataUrl = /^data:(?<type>[^;,]*)[^,]*?(?<base64>;base64)?,(?<content>.*)$/isu;
function filesOfParts(cases) {
	const paths = cases.flatMap(({ vars, at }) => Object.values(vars).flatMap((value) => {
		const written = writtenPart(value);
		const path = written && isPath(written) ? resolvePath(at.file, written.from) : void 0;
		return path?.kind === "path" ? [path.path] : [];
	}));
	return [...new Set(paths)];
}
function inlineParts(cases, files, held) {
	const problems = /* @__PURE__ */ new Map();
	const inline = (golden) => {
		const entries = Object.entries(golden.vars).map(([name, value]) => {
			const written = writtenPart(value);
			if (written === void 0) {
				if (isForged(value, held)) {
					const what = `\`${name}\` says itself what its bytes are, which only Promptgate does.`;
					problems.set(what, {
						reason: "files",
						what,
						at: golden.at,
						fix: "Write the path, address or data URL alone, such as `{ image: receipt.png }`."
					});
				}
				return [name, value];
			}
			const inlined = inlinePart(`\`${name}\``, written, golden.at.file, files, held);
			if ("value" in inlined) return [name, inlined.value];
			if (!problems.has(inlined.what)) problems.set(inlined.what, {
				reason: "files",
				at: golden.at,
				...inlined
			});
			return [name, value];
		});
		return {
			...golden,
			vars: Object.fromEntries(entries)
		};
	};
	const shows = ({ vars }) => Object.values(vars).some((value) => writtenPart(value) !== void 0 || partOf(value) !== void 0);
	return {
		cases: cases.map((golden) => shows(golden) ? inline(golden) : golden),
		problems: [...problems.values()]
	};
}
function isForged(value, held) {
	const part = partOf(value);
	if (part === void 0 || part.source.kind !== "data") return false;
	const { sha256, mediaType, bytes } = part.source;
	const base64 = sha256 === void 0 ? void 0 : held.find(sha256);
	const known = base64 === void 0 ? void 0 : held.keep({ base64 });
	return known?.kind !== "kept" || known.mediaType !== mediaType || known.bytes !== bytes;
}
function isPath({ from }) {
	return !/^[a-z][a-z0-9+.-]*:/iu.test(from);
}
function inlinePart(name, written, file, files, held) {
	const { kind, from } = written;
	if (isAddress(from)) return { value: { [kind]: from } };
	if (isPath(written)) {
		const resolved = resolvePath(file, from);
		if (resolved.kind === "refused") return {
			what: `${name} cannot show \`${from}\`: ${resolved.why}.`,
			fix: relative
		};
		const read = files.get(resolved.path) ?? { kind: "absent" };
		if (read.kind === "absent") return {
			what: `${name} shows \`${from}\`, which is not there.`,
			fix: relative
		};
		if (read.kind === "refused") return { what: `${name} cannot show \`${from}\`: ${read.why}.` };
		return known$1(name, kind, from, held.keep(read));
	}
	const { type = "", base64, content } = dataUrl.exec(from)?.groups ?? {};
	if (content === void 0) return {
		what: `${name} cannot show ${partWords[kind]} from \`${from.slice(0, 40)}\`.`,
		fix: "Give a path, an https address or a data URL."
	};
	if (base64 === void 0) return {
		what: `The data URL of ${name} is not in base64.`,
		fix: "Write `data:image/png;base64,…`."
	};
	return known$1(name, kind, `data:${type.toLowerCase()}`, held.keep({ base64: content }));
}
function known$1(name, kind, from, kept) {
	if (kept.kind === "refused") return { what: `${name} cannot show \`${from}\`: ${kept.why}.` };
	const { mediaType, bytes, sha256 } = kept;
	const is = partKinds.find((one) => mediaTypes[one].some((type) => type === mediaType));
	if (is === kind) return { value: {
		[kind]: from,
		mediaType,
		bytes,
		sha256
	} };
	return {
		what: `${name} shows \`${from}\` as ${partWords[kind]}, and its content is ${mediaType}.`,
		fix: `\`${kind}\` takes ${mediaTypes[kind].join(", ")}${is === void 0 ? "" : `; write \`${is}: ${from}\``}.`
	};
}

// src/core/template/prompt-parts.ts
function messageOfParts(parts) {
	return {
		content: textOfParts(parts),
		parts
	};
}
function isTemplate(address) {
	return /[{$%]/u.test(address.slice(0, 500)) && !isAddress(address);
}
function filesShown({ path, messages }) {
	return messages.flatMap(({ parts = [] }) => parts.flatMap((part) => {
		const address = part.kind !== "text" && part.source.kind === "url" ? part.source.url : void 0;
		if (address === void 0 || isTemplate(address) || /^[a-z][a-z0-9+.-]*:/iu.test(address)) return [];
		const resolved = resolvePath(path, address);
		return resolved.kind === "path" ? [resolved.path] : [];
	}));
}
function inlineShown(prompt, files, held) {
	const problems = [];
	const inline = (part) => {
		if (part.kind === "text" || part.source.kind !== "url") return part;
		const { url } = part.source;
		if (isTemplate(url) || isAddress(url)) return part;
		const inlined = inlinePart("A message", {
			kind: part.kind,
			from: url
		}, prompt.path, files, held);
		if ("what" in inlined) problems.push({
			reason: "files",
			at: { file: prompt.path },
			...inlined
		});
		const known = "value" in inlined ? partOf(inlined.value) : void 0;
		return known === void 0 ? part : {
			...known,
			name: part.name ?? known.name ?? part.kind
		};
	};
	const messages = prompt.messages.map((message) => message.parts === void 0 ? message : {
		...message,
		...messageOfParts(message.parts.map(inline))
	});
	return {
		prompt: {
			...prompt,
			messages,
			refersTo: [...prompt.refersTo, ...files.keys()]
		},
		problems
	};
}
function fillParts(parts, fill) {
	const filled = parts.map((part) => {
		if (part.kind === "text") return {
			...fill(part.text),
			of: (text) => ({
				kind: "text",
				text
			})
		};
		if (part.source.kind !== "url") return {
			text: "",
			unknown: [],
			of: () => part
		};
		return {
			...fill(part.source.url),
			of: (url) => ({
				...part,
				source: sourceAt(url.trim())
			})
		};
	});
	const failed = filled.flatMap((one) => "failed" in one && one.failed !== void 0 ? [one.failed] : [])[0];
	return {
		...messageOfParts(filled.map(({ text, of }) => of(text))),
		unknown: filled.flatMap(({ unknown }) => unknown),
		...failed !== void 0 && { failed }
	};
}
function sourceAt(url) {
	const { type, base64 } = /^data:(?<type>[^;,]+);base64,(?<base64>[A-Za-z0-9+/=\s]+)$/u.exec(url)?.groups ?? {};
	if (type === void 0 || base64 === void 0) return {
		kind: "url",
		url
	};
	return {
		kind: "data",
		mediaType: type,
		base64,
		bytes: Math.floor(base64.length * 3 / 4)
	};
}

// src/core/cases/too-many-cases.ts
const mostCases = 1e4;
function tooManyCases(count, file) {
	if (count <= 1e4) return void 0;
	return {
		reason: "files",
		what: `The file holds ${count.toLocaleString("en")} cases, more than the ${mostCases.toLocaleString("en")} that are read.`,
		at: { file },
		fix: "Keep those that tell most of the prompt."
	};
}

// src/core/rendered/read-rendered-lines.ts
const json = any();
const group = record(string(), json);
const textPart = object({
	type: _enum(["text", "input_text"]),
	text: string()
});
const content = union([
	string(),
	array(group).min(1),
	_null()
], { error: "must be a text, or a list of parts" }).transform((written, context) => {
	if (written === null) return { content: "" };
	if (typeof written === "string") return { content: written };
	const texts = array(textPart).safeParse(written).data;
	if (texts !== void 0) return { content: texts.map(({ text }) => text).join("") };
	const parts = readParts(written);
	if (parts !== void 0) return messageOfParts(parts);
	context.addIssue({
		code: "custom",
		message: "must hold parts that are sent: docs/prompts.md names them"
	});
	return NEVER;
});
const toolCall = looseObject({
	id: string().optional(),
	function: object({
		name: string().min(1),
		arguments: string()
	})
}).transform(({ id, function: called }) => ({
	...called,
	...id !== void 0 && { id }
}));
const message = strictObject({
	role: _enum([
		"system",
		"developer",
		"user",
		"assistant",
		"tool"
	]),
	content: content.default({ content: "" }),
	tool_calls: array(toolCall).min(1).nullish(),
	tool_call_id: string().min(1).nullish()
}).superRefine(({ role, content: said, tool_calls: calls, tool_call_id: call }, context) => {
	const refuse = (path, text) => context.addIssue({
		code: "custom",
		path: [path],
		message: text
	});
	if (role !== "assistant" && calls != null) refuse("tool_calls", "goes with the role `assistant`");
	if (role === "tool" !== (call != null)) refuse("tool_call_id", "goes with the role `tool`, which needs it");
	if (said.content === "" && said.parts === void 0 && calls == null && role !== "tool") refuse("content", "must hold a text");
}).transform(({ role, content: said, tool_calls: calls, tool_call_id: call }) => {
	return {
		role,
		...said,
		...calls != null && { toolCalls: calls },
		...call != null && { toolCallId: call }
	};
});
const known = Object.fromEntries(knownParams.map((name) => [name, json.optional()]));
const line = strictObject({
	id: union([string().min(1).max(200), number()], { error: "must be the id of its case" }).transform(String),
	messages: array(message).min(1),
	model: string().min(1).max(200).nullish(),
	parameters: group.nullish(),
	...known
});
const lineKeys = [
	"id",
	"messages",
	"model",
	"parameters",
	...knownParams
];
const messageKeys = [
	"role",
	"content",
	"tool_calls",
	"tool_call_id"
];
const mostProblems = 20;
function readRenderedLines(text, file) {
	const lines = /* @__PURE__ */ new Map();
	const places = /* @__PURE__ */ new Map();
	const problems = [];
	const written = text.replace(/^\u{feff}/u, "").split(/\r\n|\n|\r/u);
	for (const [index, one] of written.entries()) {
		if (one.trim() === "") continue;
		if (lines.size >= 1e4 || problems.length >= mostProblems) break;
		const at = {
			file,
			line: index + 1,
			column: 1
		};
		const read = readLine(one, at);
		if (read.kind === "broken") {
			problems.push(...read.problems);
			continue;
		}
		const before = places.get(read.id);
		if (before === void 0) {
			lines.set(read.id, read.line);
			places.set(read.id, at);
		} else {
			const what = `The case \`${read.id}\` has a line already, line ${before.line}.`;
			problems.push({
				reason: "files",
				what,
				at,
				fix: "Give each line an id of its own."
			});
		}
	}
	if (lines.size >= 1e4 && written.filter((one) => one.trim() !== "").length > 1e4) {
		const what = `The snapshot has more than the ${mostCases.toLocaleString("en")} lines that are read.`;
		problems.push({
			reason: "files",
			what,
			at: {
				file,
				line: 1
			},
			fix: "Render the cases that tell most."
		});
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest.slice(0, 19)]
	};
	if (lines.size > 0) return {
		kind: "read",
		lines,
		places
	};
	return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: "The snapshot has no line.",
			at: {
				file,
				line: 1,
				column: 1
			},
			fix: "Write one a case: `{\"id\": \"refund\", \"messages\": [{\"role\": \"user\", \"content\": \"…\"}]}`."
		}]
	};
}
function readLine(text, at) {
	if (!/^\s*\{/u.test(text)) return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: "This line is no JSON object.",
			at,
			fix: "Write one request a line, and nothing else: what your program tells people goes to stderr."
		}]
	};
	const read = locate(text, at);
	if (read.kind === "broken") return read;
	const parsed = line.safeParse(read.located.value, { reportInput: true });
	if (!parsed.success) {
		const keysAt = (path) => path[0] === "messages" ? messageKeys : lineKeys;
		return {
			kind: "broken",
			problems: explainIssues(parsed.error.issues, read.located, keysAt)
		};
	}
	const { id, messages, model, parameters, ...params } = parsed.data;
	const set = {
		...nameParams(parameters ?? {}),
		...nameParams(params)
	};
	return {
		kind: "line",
		id,
		line: {
			messages,
			...model != null && { model },
			params: set
		}
	};
}
function locate(text, { file, line: from }) {
	const plain = readPlainJson(text, file, from);
	return plain === void 0 ? readYaml(text, file, { line: from }) : {
		kind: "read",
		located: plain
	};
}

export { fillParts as a, filesOfParts as c, filesShown as i, inlineParts as l, mostCases as n, inlineShown as o, tooManyCases as r, messageOfParts as s, readRenderedLines as t, readParts as u };