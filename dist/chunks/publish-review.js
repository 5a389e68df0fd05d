import { n as inBreaths } from "./breathe.js";
import { t as hash } from "./hash.js";
import { t as canonicalJson } from "./json.js";
import { t as escapeHidden } from "./show-hidden.js";
import { i as textBesideMarker, n as markerOpens, r as readMarker, t as markerCloses } from "./marker.js";
import { n as settledVerdicts } from "./verdict.js";
import { i as wordSkipped, n as noPromptChanged, r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { t as tables } from "./tables.js";
import { t as mean } from "./quantile.js";
import { r as isOpen } from "./assemble-report.js";

// src/core/publish/mask-personal-data.ts
function maskPersonalData(text) {
	if (!/[\d@]|-----BEGIN|eyJ/u.test(text)) return text;
	return kinds.reduce((masked, { name, form, holds }) => masked.replaceAll(form, (found) => maskIn(found, name, holds)), text);
}
function maskIn(found, name, holds) {
	const length = holds === void 0 ? found.length : holds(found);
	return length === 0 ? found : `[${name}]${found.slice(length)}`;
}
const keyForms = [
	"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----",
	"\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,200}",
	"\\bgh[pousr]_[A-Za-z0-9]{20,255}",
	"\\bgithub_pat_\\w{20,255}",
	"\\bglpat-[\\w-]{15,100}",
	"\\bxox[a-z]-[\\w-]{10,200}",
	"\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
	"\\bAIza[\\w-]{30,100}",
	"\\b(?:hf|npm)_[A-Za-z0-9]{20,100}",
	"\\beyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\.[\\w-]{5,2000}"
];
const ipParts = {
	four: "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?!\\d|\\.\\d)",
	six: "(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}|(?:[\\da-f]{1,4}:){1,7}:(?:[\\da-f]{1,4}(?::[\\da-f]{1,4}){0,6})?"
};
const kinds = [
	{
		name: "key",
		form: new RegExp(keyForms.join("|"), "gu")
	},
	{
		name: "e-mail",
		form: /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu
	},
	{
		name: "IBAN",
		form: /\b[a-z]{2}\d{2}(?:[ \u00a0]?[a-z0-9]){11,30}/giu,
		holds: lengthOfIban
	},
	{
		name: "card",
		form: /(?<!\d)[2-6](?:[ \u00a0-]?\d){12,18}(?!\d)/gu,
		holds: (found) => isLuhn(digitsOf(found)) ? found.length : 0
	},
	{
		name: "IP",
		form: new RegExp(`(?<![\\w.:])(?:${ipParts.four}|${ipParts.six})`, "giu"),
		holds: (found) => /\d/u.test(found) ? found.length : 0
	},
	{
		name: "phone",
		form: /(?<![\p{L}\p{N}.,:/-])(?:\+|\()?\d[\d ()./\u00a0-]{5,22}\d(?![\p{L}\p{N}])/gu,
		holds: (found) => isPhone(found) ? found.length : 0
	}
];
function digitsOf(text) {
	return text.replaceAll(/\D/gu, "");
}
function isLuhn(digits) {
	return [...digits].toReversed().reduce((total, digit, at) => {
		const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0) % 10 === 0;
}
function lengthOfIban(found) {
	for (let length = found.length; length >= shortestIban; length -= 1) {
		const plain = found.slice(0, length).replaceAll(/\s/gu, "").toUpperCase();
		if (/\s/u.test(found.charAt(length - 1)) || plain.length < shortestIban) continue;
		if ([...`${plain.slice(4)}${plain.slice(0, 4)}`].reduce((rest, one) => {
			const value = Number.parseInt(one, 36);
			return (rest * (value > 9 ? 100 : 10) + value) % 97;
		}, 0) === 1) return length;
	}
	return 0;
}
const shortestIban = 15;
function isPhone(found) {
	const digits = digitsOf(found);
	if (digits.length < 7 || digits.length > 15) return false;
	if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|^\d+\.\d+$/u.test(found)) return false;
	if (/^\+|^00/u.test(found)) return digits.length >= 8;
	if (/^(?:0|\(0)/u.test(found)) return digits.length >= 9;
	return /^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/u.test(found);
}

// src/core/publish/as-published.ts
async function asPublished(report, { publishReplies, mask }, breathe) {
	const isWithheld = publishReplies === "none";
	const published = {
		replies: publishReplies,
		masked: mask
	};
	if (!isWithheld && !mask) return publishReplies === "full" ? {
		...report,
		published
	} : report;
	const prompts = [];
	for (const prompt of report.prompts) {
		const models = [];
		for (const row of prompt.models) {
			const cases = [];
			for (const one of row.cases) {
				cases.push(isWithheld ? withoutWords(one) : masked(one));
				await breathe();
			}
			const reasons = row.reasons.map((reason) => withCalls(reason, isWithheld ? withoutArguments : maskedArguments));
			models.push({
				...row,
				reasons,
				cases
			});
		}
		prompts.push({
			...prompt,
			models,
			exam: mask ? prompt.exam.map(maskedExam) : prompt.exam
		});
		await breathe();
	}
	const { pictures: _, ...rest } = report;
	return {
		...rest,
		prompts,
		published
	};
}
const withheld = "not published";
function withoutWords({ prefer, ...one }) {
	return {
		...one,
		replies: one.replies.map(withoutText),
		...prefer === void 0 ? {} : { prefer: prefer.map((pair) => pair.kind === "compared" ? {
			...pair,
			reason: withheld
		} : {
			...pair,
			why: withheld
		}) }
	};
}
function withoutText({ text, transcript: _, trace: ___, traceCut: ____, toolCalls, unanswered, error, checks, ...reply }) {
	return {
		...reply,
		...text === void 0 ? {} : { text: `(reply ${reply.trial + 1} is not published)` },
		...toolCalls === void 0 ? {} : { toolCalls: toolCalls.map(withoutArguments) },
		...unanswered === void 0 ? {} : { unanswered: unanswered.map(withoutArguments) },
		...error === void 0 ? {} : { error: error.reason === "unscored" ? {
			...error,
			message: `why is ${withheld}`
		} : error },
		checks: checks.map((check) => {
			if (check.kind === "unscored") return {
				...check,
				why: withheld
			};
			const { details: __, ...rest } = check;
			return {
				...rest,
				reason: withheld
			};
		})
	};
}
function withCalls(reason, change) {
	return reason.kind === "no-result" ? {
		...reason,
		calls: reason.calls.map(change)
	} : reason;
}
function withoutArguments(call) {
	return {
		...call,
		arguments: `(${withheld})`
	};
}
function maskedArguments(call) {
	return {
		...call,
		arguments: maskPersonalData(call.arguments)
	};
}
function masked({ prefer, ...one }) {
	return {
		...one,
		replies: one.replies.map(maskedReply),
		...prefer === void 0 ? {} : { prefer: prefer.map((pair) => pair.kind === "compared" ? {
			...pair,
			reason: maskPersonalData(pair.reason)
		} : {
			...pair,
			why: maskPersonalData(pair.why)
		}) }
	};
}
function maskedReply({ text, transcript, trace, toolCalls, unanswered, error, checks, ...reply }) {
	return {
		...reply,
		...text === void 0 ? {} : { text: maskPersonalData(text) },
		...transcript === void 0 ? {} : { transcript: transcript.map(maskedTurn) },
		...maskedTrace(trace),
		...toolCalls === void 0 ? {} : { toolCalls: toolCalls.map(maskedArguments) },
		...unanswered === void 0 ? {} : { unanswered: unanswered.map(maskedArguments) },
		...error === void 0 ? {} : { error: {
			...error,
			message: maskPersonalData(error.message)
		} },
		checks: checks.map((check) => {
			if (check.kind === "unscored") return {
				...check,
				why: maskPersonalData(check.why)
			};
			const { details, ...rest } = check;
			const reason = maskPersonalData(check.reason);
			return {
				...rest,
				reason,
				...details === void 0 ? {} : { details: maskedObject(details) }
			};
		})
	};
}
function maskedTrace(trace) {
	if (trace === void 0) return {};
	return { trace: trace.map(({ step, contexts, details }) => ({
		step: maskPersonalData(step),
		...contexts === void 0 ? {} : { contexts: contexts.map(maskPersonalData) },
		...details === void 0 ? {} : { details: maskedObject(details) }
	})) };
}
function maskedTurn({ content, toolCalls, trace, ...turn }) {
	const calls = toolCalls === void 0 ? {} : { toolCalls: toolCalls.map(maskedArguments) };
	return {
		...turn,
		content: maskPersonalData(content),
		...calls,
		...maskedTrace(trace)
	};
}
function maskedExam({ reference, vars, ...one }) {
	return {
		...one,
		vars: maskedObject(vars),
		...reference === void 0 ? {} : { reference: maskPersonalData(reference) }
	};
}
function maskedObject(object) {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, maskedValue(value)]));
}
function maskedValue(value) {
	if (typeof value === "string") return maskPersonalData(value);
	if (typeof value !== "object" || value === null) return value;
	return isList(value) ? value.map(maskedValue) : maskedObject(value);
}
function isList(value) {
	return Array.isArray(value);
}

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

// src/core/publish/earlier-verdict.ts
function earlierVerdict(comments, name, seal) {
	const found = findComments(comments, name, seal).find(({ signed }) => signed || seal === void 0);
	if (found === void 0) return void 0;
	const told = found.marker.judged.flatMap(standing);
	const last = told.at(-1);
	if (last === void 0) return void 0;
	const turned = told.findLastIndex(({ verdict }) => verdict !== last.verdict);
	const shown = found.marker.judged.at(-1);
	return {
		...last,
		since: told[turned + 1]?.head ?? last.head,
		...shown?.verdict === void 0 ? {} : { text: textBesideMarker(found.comment.body) }
	};
}
function standing({ verdict, head, line }) {
	if (verdict === void 0 || head === void 0) return [];
	return [{
		verdict,
		head,
		...line === void 0 ? {} : { line }
	}];
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

// src/core/settings/outputs.ts
const outputs = [
	{
		name: "verdict",
		description: "`regressed`, `invalid`, `inconclusive`, `unreviewed`, `pass` or `skipped`; of a check `failing` too."
	},
	{
		name: "reason",
		description: "Of `invalid`: `config`, `provider`, `budget`, `judge`, `files` or `permission`."
	},
	{
		name: "score-old",
		description: "Mean score of the old side over the shared cases, 0–1."
	},
	{
		name: "score-new",
		description: "Mean score of the new side over the shared cases, 0–1."
	},
	{
		name: "score-delta",
		description: "New minus old, −1 to 1."
	},
	{
		name: "regressed-cases",
		description: "JSON list of `{prompt, case, model}`."
	},
	{
		name: "failing-cases",
		description: "Of a check: JSON list of `{prompt, case, model}`."
	},
	{
		name: "changed-prompts",
		description: "JSON list of paths."
	},
	{
		name: "calls",
		description: "Calls made in this run."
	},
	{
		name: "cost-usd",
		description: "Dollars spent in this run, as far as prices are known."
	},
	{
		name: "report-json",
		description: "Path of the JSON report."
	},
	{
		name: "report-html",
		description: "Path of the HTML report."
	},
	{
		name: "report-junit",
		description: "Path of the JUnit XML, where `report-junit` asked for one."
	},
	{
		name: "comment-url",
		description: "Address of the comment."
	}
];

// src/app/publish/outputs-of.ts
function outputsOf(report) {
	const compared = report.prompts.flatMap((prompt) => prompt.models.map((row) => row.score)).filter(({ delta }) => delta !== null || report.mode === "check");
	const over = (read) => {
		const found = mean(compared.flatMap((score) => read(score) ?? []));
		return found === null ? "" : String(Number(found.toFixed(6)));
	};
	return {
		verdict: report.verdict,
		reason: report.verdict === "invalid" || problemsOf(report).length > 0 ? reasonOf(report) : "",
		"score-old": over((score) => score.old),
		"score-new": over((score) => score.new),
		"score-delta": over((score) => score.delta),
		"regressed-cases": listed(casesIn("regressed", report)),
		"failing-cases": report.mode === "check" ? listed(casesIn("failing", report)) : "",
		"changed-prompts": listed(report.mode === "check" ? [] : [...report.prompts, ...report.unreviewed].map(({ path }) => path)),
		calls: String(report.calls.made),
		"cost-usd": report.costUsd.actual === void 0 ? "" : String(Number(report.costUsd.actual.toFixed(6)))
	};
}
function listed(values) {
	return escapeHidden(JSON.stringify(values));
}
function reasonOf(report) {
	const [told] = problemsOf(report);
	if (told !== void 0) return told.problem.reason;
	if (new Set(report.reasons.map(({ reason }) => reason.kind)).has("unknown-price")) return "config";
	const errors = new Set(report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.flatMap((found) => found.replies.flatMap((reply) => reply.error?.reason ?? [])))));
	return errors.has("unscored") ? "judge" : errors.has("budget") ? "budget" : "provider";
}
function casesIn(wanted, report) {
	const found = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.filter(({ state }) => state === wanted).map(({ id }) => ({
		prompt: prompt.path,
		case: id.replace(/ \(as base had it\)$/u, ""),
		model: row.id
	}))));
	return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
}
async function setOutputs(given, stage) {
	for (const { name } of outputs) {
		const value = Object.entries(given).find(([known]) => known === name)?.[1];
		if (value === void 0) continue;
		if (await tryOutput(`The output \`${name}\``, stage, () => {
			stage.setOutput(name, stage.redact(value));
			return true;
		}) === void 0) return;
	}
}
async function tryOutput(what, stage, show) {
	try {
		return await show();
	} catch (fault) {
		const message = `${what} could not be written: ${(fault instanceof Error ? fault.message : String(fault)).replace(/\.$/u, "")}. The verdict is not affected.`;
		stage.annotate({
			level: "warning",
			title: "Promptgate",
			message
		});
		return;
	}
}

// src/app/publish/publish-cancelled.ts
async function publishCancelled(report, { pull, comments, render, seal, ...run }, forum) {
	const decision = decideComment({
		comments,
		head: void 0,
		begin: true,
		render,
		seal,
		statement: {
			...run,
			verdict: "invalid",
			fingerprint: `${report.fingerprint} cancelled ${run.run}`,
			carried: {}
		}
	});
	switch (decision.kind) {
		case "create": return forum.create(pull, decision.body);
		case "update": return forum.update(decision.id, decision.body);
		case "keep":
		case "superseded": return;
	}
}

// src/app/publish/stage.ts
function nameOfComment({ name = "", mode }) {
	return mode === "check" ? `${name} check` : name;
}

// src/app/publish/publish-skip.ts
async function speaksAlready({ settings, pull }, forum) {
	if (pull?.number === void 0 || pull.queued === true || settings.comment === "never") return false;
	const listed = await forum.comments(pull.number);
	return listed.kind === "refused" || findComments(listed.value, nameOfComment(settings), void 0).length > 0;
}
function isPlainSkip({ verdict, skipped, notes }) {
	return verdict === "skipped" && skipped === "no prompt changed" && notes.length === 0;
}
async function publishSkip(report, stage) {
	await setOutputs(outputsOf(report), stage);
	await tryOutput("The job summary", stage, () => stage.writeSummary(`### ⚪ ${wordSkipped(report)}\n`));
	return report.gate.open;
}

// src/core/publish/acceptance.ts
async function readAcceptance(forum, asked) {
	const { label, fingerprint, seal } = asked;
	const pull = await forum.pull(asked.pull);
	if (pull.kind === "refused") return notRead(label, pull);
	if (!pull.value.labels.some((one) => one.toLowerCase() === label.toLowerCase())) return {
		kind: "not-accepted",
		why: `the label ${label} is not set`
	};
	const [labelling, comments] = await Promise.all([forum.labelling(asked.pull, label), forum.comments(asked.pull)]);
	if (labelling.kind === "refused") return notRead(label, labelling);
	if (comments.kind === "refused") return notRead(label, comments);
	const found = findComments(comments.value, asked.name, seal);
	const comment = found.find(({ signed }) => signed) ?? found[0];
	const isSigned = seal === void 0 || comment?.signed !== false;
	return decideAcceptance({
		label,
		labelling: labelling.value,
		comment,
		isSigned,
		fingerprint
	});
}
function notRead(label, { message, permission, fix }) {
	const grant = permission === void 0 ? fix?.replace(/\.$/u, "") : `Grant the job's token \`${permission}\``;
	return {
		kind: "not-accepted",
		why: `whether the label ${label} is set could not be read (${message})${grant === void 0 ? "" : `. ${grant}`}`
	};
}
function decideAcceptance(facts) {
	const { label, labelling, comment, isSigned, fingerprint } = facts;
	const not = (why) => ({
		kind: "not-accepted",
		why
	});
	if (labelling === null) return not(`nothing tells who set the label ${label}; set it anew`);
	if (!labelling.mayAccept) return not(`${labelling.by}, who set the label ${label}, has no write permission`);
	if (comment === void 0) return not("there is no comment of ours that showed what would be accepted");
	if (!isSigned) return not(`the comment that was shown does not carry our signature; set the label ${label} anew after this run`);
	const shown = shownAt(comment, labelling.at);
	if (shown === void 0) return not(`the label ${label} was set before the comment showed a result, or just as it changed; set it anew`);
	if (shown !== fingerprint) return not(`the label ${label} was set for an earlier result; set it anew to accept this one`);
	return {
		kind: "accepted",
		by: labelling.by,
		at: labelling.at,
		fingerprint
	};
}
function shownAt({ comment, marker }, at) {
	const times = marker.judged.map((entry) => ({
		...entry,
		at: entry.at ?? comment.updatedAt
	}));
	if (times.some((entry) => entry.at === at)) return void 0;
	return times.findLast((entry) => entry.at < at)?.fingerprint;
}

// src/app/publish/tell-published.ts
function tellUnaccepted(acceptance, { acceptLabel }, { say }) {
	if (acceptance?.kind !== "not-accepted" || acceptance.why === `the label ${acceptLabel} is not set`) return;
	say(`Not accepted: ${acceptance.why}.`);
}
function tellPublished(published, report, setOutput, stage) {
	switch (published.kind) {
		case "written":
			setOutput("comment-url", published.url);
			if (published.left !== void 0) {
				const message = `Another comment of ours, which shows something else, could not be removed: ${wordRefused(published.left)} Or delete it by hand.`;
				stage.annotate({
					level: "warning",
					title: "Promptgate",
					message
				});
			}
			break;
		case "kept":
			if (published.url !== void 0) setOutput("comment-url", published.url);
			break;
		case "superseded":
			stage.say(`The comment was left alone: ${published.why}.`);
			break;
		case "not-written": {
			if (report.verdict === "skipped") break;
			const message = `The comment could not be written: ${wordRefused(published)} The verdict is not affected; the job summary has the table.`;
			stage.annotate({
				level: "warning",
				title: "Promptgate",
				message
			});
		}
	}
}
function wordRefused({ message, permission, fix }) {
	const help = permission === void 0 ? fix : `Grant the job \`permissions: { ${permission} }\`.`;
	return [`${message.replace(/\.$/u, "")}.`, ...help === void 0 ? [] : [help]].join(" ");
}

// src/app/publish/publish-taken-over.ts
async function publishTakenOver({ report, settings, pull }, earlier, { startedAt, listed }, ports) {
	const { forum, stage, run } = ports;
	const acceptance = await readAcceptanceOf(earlier.verdict, report.fingerprint, settings, pull?.number, ports);
	const open = isOpen(earlier.verdicts, [], settings.failOn, acceptance?.kind === "accepted");
	const by = acceptance?.kind === "accepted" ? ` Accepted by ${acceptance.by}.` : "";
	const told = `All that is judged here was judged before: the verdict \`${earlier.verdict}\` is taken over from ${earlier.from}, without a call.${by}`;
	stage.say(told);
	tellUnaccepted(acceptance, settings, stage);
	if (settings.reportJunit !== void 0) stage.say(`No JUnit XML is written: the cases were judged, and told, by the run that ${earlier.from} is of.`);
	const known = outputs.flatMap(({ name }) => {
		const value = earlier.outputs[name];
		return value === void 0 ? [] : [[name, value]];
	});
	const given = {
		...Object.fromEntries(known),
		calls: "0",
		"cost-usd": "0",
		"comment-url": earlier.from
	};
	await setOutputs(given, stage);
	const { showAcceptance, showEarlier } = await import("./reporters.js");
	const accepted = acceptance?.kind === "accepted" ? acceptance : void 0;
	const before = earlierVerdict(listed, nameOfComment(settings), ports.sealOf(settings));
	const body = showEarlier(showAcceptance(earlier.body, earlier.closed, accepted), before, {
		verdict: earlier.verdict,
		head: pull?.head.sha ?? ""
	});
	await tryOutput("The job summary", stage, () => stage.writeSummary(`${told}\n\n${body}`));
	const number = pull?.number;
	if (pull !== void 0 && number !== void 0 && pull.queued !== true && settings.comment !== "never") {
		const { outputs: carried, verdicts, closed } = earlier;
		await tryOutput("The comment", stage, async () => {
			const published = await publishComment(forum, number, {
				statement: {
					name: settings.name ?? "",
					run: run.id,
					startedAt,
					head: pull.head.sha,
					verdict: earlier.verdict,
					fingerprint: report.fingerprint,
					carried: {
						verdicts: [...verdicts],
						outputs: carried,
						closed
					}
				},
				seal: ports.sealOf(settings),
				begin: false,
				render: (marker) => `${body}\n\n${marker}`
			});
			tellPublished(published, report, stage.setOutput, stage);
		});
	}
	if (!open) stage.annotate({
		level: "error",
		title: "Promptgate",
		message: told
	});
	return open;
}
async function readAcceptanceOf(verdict, fingerprint, settings, pull, { forum, sealOf }) {
	if (verdict !== "regressed" || pull === void 0) return void 0;
	const label = settings.acceptLabel;
	return readAcceptance(forum, {
		pull,
		label,
		name: nameOfComment(settings),
		fingerprint,
		seal: sealOf(settings)
	});
}
function accept(report, acceptance) {
	if (acceptance?.kind !== "accepted") return report;
	const { by, at, fingerprint } = acceptance;
	const problems = problemsOf(report).map(({ problem }) => problem);
	const open = isOpen(gateWordsOf(report), problems, report.gate.failOn, true);
	return {
		...report,
		accepted: [{
			by,
			at,
			how: "label",
			fingerprint
		}],
		gate: {
			...report.gate,
			open
		}
	};
}

// src/app/publish/publish-review.ts
async function publishReview(result, startedAt, listed, ports, live) {
	const { settings, pull } = result;
	const { forum, stage, run } = ports;
	const number = pull?.number;
	const cancelled = result.report.ended === "cancelled";
	const acceptance = cancelled ? void 0 : await readAcceptanceOf(result.report.verdict, result.report.fingerprint, settings, number, ports);
	if (!cancelled) live?.end();
	const breathe = cancelled ? atOnce : goingOn(ports.breathe);
	const told = earlierVerdict(listed ?? [], nameOfComment(settings), ports.sealOf(settings));
	const publishable = await asPublished(result.report, settings, breathe);
	const found = {
		...accept(publishable, acceptance),
		links: { run: run.url },
		...told === void 0 ? {} : { earlier: {
			verdict: told.verdict,
			head: told.head,
			since: told.since
		} }
	};
	if (isPlainSkip(found) && !await speaksAlready(result, forum)) {
		await keepJunit(found, settings, stage, breathe);
		return publishSkip(found, stage);
	}
	const { writeAnnotations, writeSummary } = await import("./reporters.js");
	const given = outputsOf(found);
	await setOutputs(given, stage);
	const report = cancelled ? found : await keep(found, settings, ports, breathe);
	if (pull !== void 0 && number !== void 0 && pull.queued !== true && settings.comment !== "never") await tryOutput("The comment", stage, () => comment(report, result, {
		startedAt,
		listed,
		given,
		number,
		live
	}, ports));
	tellUnaccepted(acceptance, settings, stage);
	await breathe();
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(writeSummary(report))));
	await breathe();
	await tryOutput("The annotations", stage, () => {
		for (const annotation of writeAnnotations(report)) stage.annotate(annotation);
	});
	if (cancelled) await keep(report, {
		...settings,
		artifact: ""
	}, ports, breathe);
	return report.gate.open;
}
async function keep(report, settings, { stage, breathe }, goOn) {
	await keepJunit(report, settings, stage, goOn);
	if (report.verdict === "skipped") return report;
	const { writeHtml, writeJson } = await import("./reporters.js");
	const json = await tryOutput("The report promptgate.json", stage, () => stage.writeFile("promptgate.json", inBreaths(redacted(writeJson(report), stage), breathe)));
	const html = await tryOutput("The report promptgate.html", stage, async () => stage.writeFile("promptgate.html", inBreaths(redacted(writeHtml(report, await redactingForm(stage)), stage), breathe)));
	await tryOutput("The paths of the report", stage, () => {
		if (json !== void 0) stage.setOutput("report-json", stage.redact(json));
		if (html !== void 0) stage.setOutput("report-html", stage.redact(html));
	});
	const { artifact = "" } = settings;
	if (artifact === "" || (json ?? html) === void 0) return report;
	const files = {
		...json === void 0 ? {} : { json },
		...html === void 0 ? {} : { html }
	};
	const kept = await tryOutput("The artifact", stage, () => stage.keepReport(artifact, files));
	if (kept === void 0) return report;
	const notes = kept.lost === void 0 ? report.notes : [...report.notes, kept.lost];
	return {
		...report,
		notes,
		links: {
			...report.links,
			...kept.links
		}
	};
}
async function keepJunit(report, { reportJunit }, stage, breathe) {
	if (reportJunit === void 0) return;
	const junit = tables.find(({ name }) => name === "junit");
	if (junit === void 0) return;
	await tryOutput(`The JUnit XML ${reportJunit}`, stage, async () => stage.setOutput("report-junit", await stage.writeInWorkspace(reportJunit, inBreaths(redacted((await junit.load())(report), stage), breathe))));
}
async function comment(report, { settings, pull }, { startedAt, listed, given, number, live }, ports) {
	if (pull === void 0) return;
	const { forum, stage, run } = ports;
	const { closedWords, writeComment, writeHeading } = await import("./reporters.js");
	const seal = ports.sealOf(settings);
	const line = stage.redact(writeHeading(report));
	const statement = {
		name: nameOfComment(settings),
		run: run.id,
		startedAt,
		head: pull.head.sha,
		line
	};
	const render = (marker) => stage.redact(writeComment(report, marker));
	if (report.ended === "cancelled") {
		await live?.end("cancelled");
		const comments = live?.known() ?? listed;
		if (comments !== void 0) await publishCancelled(report, {
			...statement,
			pull: number,
			comments,
			render,
			seal
		}, ports.hurriedForum());
		return;
	}
	await live?.end();
	const carried = {
		verdicts: [...new Set(gateWordsOf(report))],
		outputs: given,
		closed: closedWords(report)
	};
	const published = await publishComment(forum, number, {
		statement: {
			...statement,
			verdict: report.verdict,
			fingerprint: report.fingerprint,
			carried
		},
		seal,
		begin: isWanted(report, settings.comment),
		render
	});
	if (published.kind === "superseded") await live?.giveUp();
	if (published.kind === "written" || published.kind === "kept") stage.leaveLastWord();
	const setOutput = (name, value) => stage.setOutput(name, stage.redact(value));
	tellPublished(published, report, setOutput, stage);
}
async function redactingForm({ loadPage, redact }) {
	const form = await loadPage();
	return {
		...form,
		pack: (text) => form.pack(redact(text))
	};
}
function* redacted(pieces, { redact }) {
	for (const piece of pieces) yield redact(piece);
}
function isWanted(report, wish) {
	const changed = report.prompts.length + report.unreviewed.length > 0 || report.fingerprint !== "";
	const isSaid = report.verdict !== "skipped" || report.fingerprint !== "";
	return changed && isSaid && !(wish === "changes" && report.verdict === "pass");
}
const atOnce = () => void 0;
function goingOn(breathe) {
	return () => breathe()?.catch(() => void 0);
}

export { publishComment as a, findComments as c, outputs as i, publishTakenOver as n, decideComment as o, nameOfComment as r, earlierVerdict as s, publishReview as t };