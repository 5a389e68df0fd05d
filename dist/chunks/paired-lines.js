import { a as diffWordsWithSpace } from "./libesm.js";

// src/reporters/differing-words.ts
const mostChanges = 800;
function differingWords(old, now) {
	const changes = diffWordsWithSpace(old, now, { maxEditLength: mostChanges });
	return changes === void 0 ? void 0 : joined(changes);
}
function joined(changes) {
	const spans = [];
	for (const [index, { value, added, removed }] of changes.entries()) {
		const between = index > 0 && index < changes.length - 1 && wordsIn(value) < 3;
		const same = !added && !removed && !between;
		const part = {
			same,
			old: added ? "" : value,
			new: removed ? "" : value
		};
		const last = spans.at(-1);
		if (last === void 0 || last.same !== same) spans.push(part);
		else spans.splice(-1, 1, {
			same,
			old: last.old + part.old,
			new: last.new + part.new
		});
	}
	return spans;
}
function wordsIn(text) {
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

// src/reporters/paired-lines.ts
const leastShared = .4;
function pairLines(lines) {
	const rows = [];
	for (let at = 0; at < lines.length;) {
		const line = lines[at];
		if (line === void 0) break;
		if (line.kind !== "old" && line.kind !== "new") {
			rows.push({
				kind: "plain",
				line
			});
			at += 1;
			continue;
		}
		const old = lines.slice(at, at + runOf("old", lines, at));
		const now = lines.slice(at + old.length, at + old.length + runOf("new", lines, at + old.length));
		for (let pair = 0; pair < Math.max(old.length, now.length); pair += 1) rows.push(...pairOf(old[pair], now[pair]));
		at += old.length + now.length;
	}
	return rows;
}
function runOf(kind, lines, from) {
	const end = lines.slice(from).findIndex((line) => line.kind !== kind);
	return end === -1 ? lines.length - from : end;
}
function pairOf(old, now) {
	if (old === void 0) return now === void 0 ? [] : [{
		kind: "new",
		now
	}];
	if (now === void 0) return [{
		kind: "old",
		old
	}];
	const spans = tellingWords(old.text, now.text);
	return [{
		kind: "changed",
		old,
		now,
		...spans !== void 0 && { spans }
	}];
}
function tellingWords(old, now) {
	const spans = differingWords(old, now);
	return (spans?.reduce((sum, span) => sum + (span.same ? span.new.trim().length : 0), 0) ?? 0) < leastShared * Math.max(old.trim().length, now.trim().length) ? void 0 : spans;
}

export { tellingWords as n, pairLines as t };