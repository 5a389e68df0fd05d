import { E as string, T as strictObject, v as literal } from "./zod.js";
import { t as canonicalJson } from "./json.js";
import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";

// src/core/publish/publish-issues.ts
const markerSchema = strictObject({
	version: literal(1),
	kind: string(),
	key: string(),
	signature: string().exactOptional()
});
const opens = "<!-- promptgate-issue ";
const closes = " -->";
const longestTitle = 256;
async function publishIssues(board, wanted) {
	const listed = await board.own();
	if (listed.kind === "refused") return wanted.wishes.map(({ key }) => refused(key, listed));
	const marked = listed.value.flatMap((issue) => {
		const key = keyOf(issue, wanted);
		return key === void 0 ? [] : [{
			issue,
			key
		}];
	});
	const outcomes = [];
	for (const wish of wanted.wishes) {
		const existing = marked.find(({ key }) => key === wish.key);
		outcomes.push(await write(board, wish, existing?.issue, wanted));
	}
	for (const [at, { issue, key }] of marked.entries()) {
		const isDouble = marked.findIndex((other) => other.key === key) < at;
		const isWished = wanted.wishes.some((wish) => wish.key === key);
		const marker = writeIssueMarker(wanted, key);
		const body = isDouble ? issue.body : isWished ? void 0 : wanted.closing(key, marker);
		if (body === void 0) continue;
		const closed = await board.close(issue.number, body);
		outcomes.push(closed.kind === "refused" ? refused(key, closed) : {
			kind: "closed",
			key,
			url: closed.value.url
		});
	}
	return outcomes;
}
async function write(board, { key, title: written, render, saysEnough }, existing, wanted) {
	const title = showOnOneLine(written, longestTitle);
	const body = render(writeIssueMarker(wanted, key), existing?.body);
	if (existing !== void 0 && (isSame(existing, {
		title,
		body
	}) || saysEnough?.(existing.body) === true)) return {
		kind: "kept",
		key,
		url: existing.url
	};
	const asked = existing === void 0 ? await board.create({
		title,
		body
	}) : await board.update(existing.number, {
		title,
		body
	});
	if (asked.kind === "refused") return refused(key, asked);
	return {
		kind: existing === void 0 ? "created" : "updated",
		key,
		url: asked.value.url
	};
}
async function findLabelled(board, label, kind) {
	const listed = await board.own();
	if (listed.kind === "refused") return listed;
	return {
		kind: "done",
		value: listed.value.flatMap((issue) => {
			const key = keyOf(issue, kind);
			return issue.labels?.some((one) => one.toLowerCase() === label.toLowerCase()) === true && key !== void 0 ? [{
				key,
				issue
			}] : [];
		})
	};
}
function isSame(issue, text) {
	const plain = (body) => body.replaceAll("\r\n", "\n").trim();
	return issue.title === text.title && plain(issue.body) === plain(text.body);
}
function keyOf({ body }, { kind, seal }) {
	const line = body.split(/\r?\n/u).map((one) => one.trimEnd()).findLast((one) => one.startsWith(opens) && one.endsWith(closes));
	if (line === void 0) return void 0;
	const read = markerSchema.safeParse(parse(line.slice(22, -4)));
	if (!read.success || read.data.kind !== kind) return void 0;
	const { signature, ...marker } = read.data;
	return seal === void 0 || signature !== void 0 && seal.isSigned(canonicalJson(marker), signature) ? marker.key : void 0;
}
function writeIssueMarker({ kind, seal }, key) {
	const marker = {
		version: 1,
		kind,
		key
	};
	const signed = seal === void 0 ? marker : {
		...marker,
		signature: seal.sign(canonicalJson(marker))
	};
	const json = canonicalJson(signed).replace(/[<>&]|-(?=-)/gu, asEscape);
	return opens + escapeHidden(json) + closes;
}
function asEscape(letter) {
	return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function refused(key, { kind: _, ...why }) {
	return {
		kind: "refused",
		key,
		...why
	};
}

export { publishIssues as n, findLabelled as t };