import { n as settledVerdicts } from "./verdict.js";
import { t as escapeHidden } from "./show-hidden.js";
import { t as canonicalJson } from "./json.js";
import { t as hash } from "./hash.js";
import { i as textBesideMarker, n as markerOpens, r as readMarker, t as markerCloses } from "./marker.js";

// src/core/publish/find-comments.ts
function findComments(comments, name, seal) {
	return comments.flatMap((comment) => {
		const marker = comment.own ? readMarker(comment.body) : void 0;
		if (marker?.name !== name) return [];
		return [{
			comment,
			marker,
			signed: isSignedComment(marker, comment.body, seal)
		}];
	}).toSorted((a, b) => a.comment.id - b.comment.id);
}
const blank = "0".repeat(64);
function signComment(marker, render, seal) {
	if (seal === void 0) return render(writeMarker(marker));
	const unsigned = writeMarker({
		...marker,
		signature: blank
	});
	const drawn = render(unsigned);
	const signed = writeMarker({
		...marker,
		signature: seal.sign(signedText(marker, drawn))
	});
	const at = drawn.lastIndexOf(unsigned);
	return at === -1 ? render(signed) : drawn.slice(0, at) + signed + drawn.slice(at + unsigned.length);
}
function isSignedComment(marker, body, seal) {
	const { signature, ...rest } = marker;
	return signature === void 0 ? false : seal?.isSigned(signedText(rest, body), signature) ?? false;
}
function signedText(marker, body) {
	return `${canonicalJson(marker)}\n${hash(textBesideMarker(body))}`;
}
function writeMarker(marker) {
	const json = escapeHidden(canonicalJson(marker).replace(/[<>&]|-(?=-)/g, asEscape));
	return markerOpens + json + markerCloses;
}
function asEscape(letter) {
	return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/core/publish/decide-comment.ts
const longestMarker = 3e4;
function decideComment({ comments, statement, head, begin, render, seal }) {
	if (head !== void 0 && head !== statement.head) return {
		kind: "superseded",
		why: `the pull request has moved on to ${head.slice(0, 12)}, whose own run speaks for it`
	};
	const [existing, ...duplicates] = findComments(comments, statement.name, seal);
	const write = (history) => signComment(markerOf(statement, history), render, seal);
	if (existing === void 0) {
		if (!begin) return {
			kind: "keep",
			why: "there is no comment, and none is wanted"
		};
		return {
			kind: "create",
			body: write([])
		};
	}
	const { comment, marker } = existing;
	const isBelieved = existing.signed || seal === void 0;
	if (isBelieved && marker.startedAt > statement.startedAt && (head === void 0 || marker.head === statement.head)) return {
		kind: "superseded",
		why: `run ${marker.run} began later and has spoken`
	};
	const body = write(isBelieved ? historyOf(existing) : []);
	if (isBelieved && duplicates.length === 0 && shownFingerprint(marker) === statement.fingerprint && textBesideMarker(body) === textBesideMarker(comment.body)) return {
		kind: "keep",
		why: "it says the same already",
		url: comment.url
	};
	return {
		kind: "update",
		id: comment.id,
		body,
		duplicates: duplicates.map((one) => one.comment.id)
	};
}
function markerOf({ fingerprint, line, ...statement }, history) {
	const last = history.at(-1);
	const { verdict, head, asking } = statement;
	const stood = settledVerdicts.find((one) => one === verdict);
	const told = stood === void 0 || asking ? {} : {
		verdict: stood,
		head,
		...line === void 0 ? {} : { line }
	};
	const judged = last?.fingerprint === fingerprint ? history : [...history, {
		fingerprint,
		...told
	}];
	const marker = {
		version: 1,
		...statement,
		judged: judged.slice(-20)
	};
	return writeMarker(marker).length <= longestMarker ? marker : {
		...marker,
		carried: {}
	};
}
function historyOf({ comment, marker }) {
	return marker.judged.map((entry, index) => entry.at === void 0 && index === marker.judged.length - 1 ? {
		...entry,
		at: comment.updatedAt
	} : entry);
}
function shownFingerprint(marker) {
	return marker.judged.at(-1)?.fingerprint;
}

// src/core/publish/publish-comment.ts
const mostLooks = 3;
async function publishComment(forum, number, wanted) {
	const looked = Promise.all([forum.pull(number), forum.comments(number)]);
	const mine = /* @__PURE__ */ new Set();
	for (let look = 1;; look += 1) {
		const [pull, first] = await looked;
		const head = pull.kind === "done" ? pull.value.head : void 0;
		const listed = look === 1 ? first : await forum.comments(number);
		if (listed.kind === "refused") return notWritten(listed);
		const decision = decideComment({
			...wanted,
			head,
			comments: listed.value
		});
		const written = await perform(forum, number, decision);
		if ("why" in written) return written;
		if (written.kind === "refused") return notWritten(written);
		if (decision.kind !== "create" || look === mostLooks) {
			const { url } = written.value;
			return {
				kind: "written",
				url,
				...decision.kind === "update" && await removeAll(forum, decision.duplicates)
			};
		}
		mine.add(written.value.id);
		const again = await forum.comments(number);
		if (again.kind === "refused") return {
			kind: "written",
			url: written.value.url
		};
		const [oldest, ...later] = findComments(again.value, wanted.statement.name, wanted.seal);
		const left = await removeAll(forum, later.map(({ comment }) => comment.id));
		if (oldest === void 0 || mine.has(oldest.comment.id)) return {
			kind: "written",
			url: written.value.url,
			...left
		};
	}
}
async function perform(forum, number, decision) {
	switch (decision.kind) {
		case "create": return forum.create(number, decision.body);
		case "update": return forum.update(decision.id, decision.body);
		case "keep": return {
			...decision,
			kind: "kept"
		};
		case "superseded": return decision;
	}
}
function notWritten({ kind: _, ...refused }) {
	return {
		...refused,
		kind: "not-written"
	};
}
async function removeAll(forum, ids) {
	for (const id of ids) {
		const removed = await forum.remove(id);
		if (removed.kind === "refused") return { left: removed };
	}
	return {};
}

// src/app/publish/stage.ts
function nameOfComment({ name = "", mode }) {
	return mode === "check" || mode === "portability" ? `${name} ${mode}` : name;
}

export { findComments as i, publishComment as n, decideComment as r, nameOfComment as t };