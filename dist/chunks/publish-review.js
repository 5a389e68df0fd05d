import { n as inBreaths } from "./breathe.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { i as findComments, n as publishComment, r as decideComment, t as nameOfComment } from "./stage.js";
import { i as textBesideMarker } from "./marker.js";
import { i as wordSkipped, n as noPromptChanged, r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { t as tables } from "./tables.js";
import { i as outputs, n as setOutputs, r as tryOutput, t as outputsOf } from "./outputs-of.js";
import { r as isOpen } from "./assemble-report.js";
import { n as tellUnaccepted, t as tellPublished } from "./tell-published.js";

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
			...mask ? withMaskedData(prompt) : prompt,
			models
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
function withMaskedData(prompt) {
	const { exam, through } = prompt;
	const masking = (one) => one.diff === void 0 ? one : {
		...one,
		diff: maskPersonalData(one.diff)
	};
	return {
		...prompt,
		exam: exam.map(maskedExam),
		...through !== void 0 && { through: through.map(masking) }
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

export { publishTakenOver as n, earlierVerdict as r, publishReview as t };