import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as brokenReview } from "./empty-report.js";
import { t as review } from "./review.js";
import { t as showLocally } from "./show-locally.js";
import { t as parseReport } from "./parse-report.js";
import { n as tablesIn } from "./tables.js";
import { t as cacheFolder } from "./keep-compiled2.js";
import { t as loadPage } from "./load-page.js";
import { n as readReportIn, r as readWebReport } from "./read-file-in2.js";
import { i as wireLocal, r as watchLocal } from "./wire-local.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as exits } from "./exits.js";
import { t as withPage } from "./with-page.js";
import { resolve, sep } from "node:path";

// src/app/review-locally.ts
async function reviewLocally(asked, ports) {
	const { report, settings, shown } = await reviewOrProblems(asked, ports);
	return {
		report,
		settings,
		shown: await showLocally(report, asked, ports.clock.now(), shown)
	};
}
async function reviewOrProblems(asked, ports) {
	const startedAt = ports.clock.now();
	const { inputs, show, signal } = asked;
	try {
		return await review({
			inputs,
			signal,
			...show === void 0 ? {} : { show }
		}, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return brokenReview(fault.problems, ports.tool, startedAt, inputs);
	}
}

// src/commands/watch-review.ts
async function watchReview(review, watching) {
	const { folder, isOwn, terminal, signal } = watching;
	const watched = await watchLocal(folder, isOwn, terminal.say);
	let [status, shown] = [exits.closed, ""];
	const session = {
		reviews: 0,
		calls: 0,
		usd: 0
	};
	try {
		for (let saved = [];;) {
			let isSpent = false;
			status = await review(async ({ report, settings, show }) => {
				if (signal.aborted) return status;
				session.reviews += 1;
				session.calls += report.calls.made;
				session.usd += report.costUsd.actual ?? 0;
				const { fingerprint, verdict, problems, skipped, unreviewed } = report;
				const seen = JSON.stringify([
					fingerprint,
					verdict,
					problems,
					skipped,
					unreviewed
				]);
				const isSame = seen === shown;
				shown = seen;
				if (isSame) terminal.say(`${nameSaved(saved)}: nothing under review changed.`);
				else if (session.reviews > 1 && terminal.screen.colours) terminal.print("\x1B[2J\x1B[3J\x1B[H");
				const ended = isSame ? status : await show();
				isSpent = tellSession(session, settings, terminal.say);
				return ended;
			});
			if (isSpent || signal.aborted) return status;
			saved = await watched.changed(signal);
			if (saved.length === 0) return status;
		}
	} finally {
		watched.close();
	}
}
function tellSession({ reviews, calls, usd }, { maxCalls, maxCostUsd }, say) {
	const spent = `${reviews} ${reviews === 1 ? "review" : "reviews"}, ${calls} calls, $${usd.toFixed(2)}`;
	const limits = `max-calls ${maxCalls} and max-cost $${maxCostUsd.toFixed(2)}`;
	const isSpent = calls >= maxCalls || usd >= maxCostUsd;
	say(isSpent ? `This session has spent what it may (${spent}; ${limits}). Start it again to go on.` : `Watching for saves; Ctrl-C ends. This session: ${spent}, within ${limits}.`);
	return isSpent;
}
function nameSaved(paths) {
	const [first = "A file", ...others] = paths;
	return others.length === 0 ? first : `${first} and ${others.length} more`;
}

// src/commands/run-review.ts
async function readRun(from, signal) {
	const fault = (what, fix) => new ProblemError({
		reason: "files",
		at: { file: from },
		what,
		...fix === void 0 ? {} : { fix }
	});
	const read = await (/^[a-z][a-z\d+.-]+:\/\//iu.test(from) ? readWebReport(from, signal) : readReportIn(process.cwd())(from));
	if (read.kind !== "text") throw fault(`The report cannot be read: ${read.kind === "absent" ? "there is no such file" : read.why}.`);
	const report = parseReport(read.text, from);
	const cases = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
	if (report.mode !== "review" || cases.every(({ replies }) => replies.length === 0)) throw fault("The report holds no replies of a review.", "Name the promptgate.json that a review saved.");
	if (cases.every(({ asked }) => asked === void 0)) throw fault("The report does not tell what its replies were asked: an older version saved it.", "Name one that this version saved; `promptgate report` shows the older one.");
	return report;
}
async function runReview(given, { given: flags, terminal, signal, heedCancel }) {
	const options = withPage(given);
	const { base, store, fromRun } = options;
	const inputs = readInputs(flags);
	checkTargets(options);
	const place = {
		folder: process.cwd(),
		progress: terminal.progress,
		...base === void 0 ? {} : { base },
		...store === void 0 ? {} : { store },
		...fromRun === void 0 ? {} : { replayed: {
			report: await readRun(fromRun, signal),
			from: fromRun
		} }
	};
	let isOpened = false;
	const review = async (take) => {
		const ports = await wireLocal(inputs, {
			env: process.env,
			signal,
			heedCancel
		}, place);
		try {
			const asked = {
				...options,
				inputs,
				screen: terminal.screen,
				loadPage,
				signal
			};
			const { report, settings, shown } = await reviewLocally(asked, ports);
			const show = async () => {
				const { open, ...rest } = options;
				const opens = open === true && !isOpened;
				isOpened = true;
				return putResult(shown, terminal, opens ? options : rest, ports.breathe);
			};
			return await take({
				report,
				settings,
				show
			});
		} finally {
			await ports.close();
		}
	};
	if (options.watch !== true) return review(({ show }) => show());
	heedCancel();
	const { html, comment } = options;
	const tables = tablesIn({ ...options }).map(({ path }) => path);
	const written = new Set([
		html,
		comment,
		store,
		...tables
	].flatMap((path) => path === void 0 ? [] : resolve(path)));
	const cache = cacheFolder(process.env) + sep;
	const isOwn = (path) => path.startsWith(cache) || written.has(path) || written.has(path.replace(/-(?:wal|shm|journal)$/u, ""));
	return watchReview(review, {
		folder: place.folder,
		isOwn,
		terminal,
		signal
	});
}

export { runReview };