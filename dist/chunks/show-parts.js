import { t as hash } from "./hash.js";
import { a as showPart, i as partWords, r as partOf, t as isAddress } from "./part-value.js";
import { t as clip } from "./clip.js";

// src/core/template/show-parts.ts
const mostBytes = 20971520;
const [open, close] = ["﷐", "﷑"];
function markParts(vars) {
	const parts = Object.entries(vars).flatMap(([name, value]) => {
		const part = partOf(value);
		return part === void 0 ? [] : [{
			name,
			part
		}];
	});
	if (parts.length === 0) return {
		vars,
		shown: /* @__PURE__ */ new Map()
	};
	const all = hash(vars);
	const marked = parts.map((one) => [`${open}${hash([all, one.name]).slice(0, 32)}${close}`, one]);
	return {
		vars: {
			...vars,
			...Object.fromEntries(marked.map(([mark, { name }]) => [name, mark]))
		},
		shown: new Map(marked)
	};
}
function showParts(render) {
	return (prompt, vars) => {
		const { vars: marked, shown } = markParts(vars);
		const rendered = render(prompt, marked);
		if (rendered.failed !== void 0) return rendered;
		const messages = rendered.messages.map((message) => withParts(message, shown));
		const failed = failureOf(messages, shown);
		return {
			...rendered,
			messages,
			...failed !== void 0 && { failed }
		};
	};
}
function withParts(message, shown) {
	const written = message.parts ?? [{
		kind: "text",
		text: message.content
	}];
	if (shown.size === 0) return message.parts === void 0 ? message : {
		...message,
		parts: message.parts.filter(isSent)
	};
	const parts = written.flatMap((part) => {
		if (part.kind === "text") return splitText(part.text, shown);
		return [(part.source.kind === "url" ? shown.get(part.source.url.replace(/^data:[^,]*,/u, "")) : void 0)?.part ?? part];
	});
	if (message.parts === void 0 && parts.every(({ kind }) => kind === "text")) return message;
	return {
		...message,
		content: textOfParts(parts),
		parts: parts.filter(isSent)
	};
}
function textOfParts(parts) {
	return parts.map((part) => part.kind === "text" ? part.text : showPart(part)).join("");
}
function isSent(part) {
	return part.kind !== "text" || part.text.trim() !== "";
}
function splitText(text, shown) {
	return text.split(/(\ufdd0[0-9a-f]{32}\ufdd1)/u).flatMap((piece) => {
		const found = shown.get(piece);
		if (found !== void 0) return [found.part];
		return piece === "" ? [] : [{
			kind: "text",
			text: piece
		}];
	});
}
function failureOf(messages, shown) {
	const parts = messages.flatMap((message) => message.parts ?? []);
	const addresses = parts.flatMap((part) => part.kind !== "text" && part.source.kind === "url" ? [{
		kind: part.kind,
		url: part.source.url
	}] : []);
	const texts = [...messages.map(({ content }) => content), ...addresses.map(({ url }) => url)];
	if (shown.size > 0 && texts.some((text) => text.includes(open) || text.includes(close))) return {
		why: `${[...shown.values()].map(({ name, part }) => `\`${name}\` is ${partWords[part.kind]}`).join(", ")}, and the template makes another text of it`,
		line: 1,
		fix: "Put it as it is, without filters and with nothing around it in an address."
	};
	const other = addresses.find(({ url }) => !isAddress(url));
	if (other !== void 0) return {
		why: `a message shows ${partWords[other.kind]} at \`${clip(other.url, 60)}\`, from where none can be read`,
		line: 1,
		fix: "Give an https address, a data URL, or a variable that a case gives a file."
	};
	const bytes = parts.reduce((sum, part) => sum + bytesOf(part), 0);
	if (bytes <= mostBytes) return void 0;
	return {
		why: `all that it shows has ${bytes} bytes together; at most ${mostBytes} are sent in a request`,
		line: 1,
		fix: "Show less in a case, or smaller files."
	};
}
function bytesOf(part) {
	return part.kind === "text" || part.source.kind === "url" ? 0 : part.source.bytes ?? 0;
}

export { withParts as i, showParts as n, textOfParts as r, markParts as t };