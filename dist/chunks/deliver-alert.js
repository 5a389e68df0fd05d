import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as clip } from "./clip.js";
import { S as say, b as plain, v as listNames, x as quote, y as own } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";
import { n as wordRuleLines, r as wordRuleTitle } from "./word-rule.js";
import { r as toMarkdown } from "./escape.js";
import { E as string, b as number, d as boolean, h as int, i as _enum, l as array, p as discriminatedUnion, v as literal, w as record, x as object } from "./zod.js";
import { t as problemSchema } from "./problem-schema.js";
import { n as dollars, t as count } from "./quantities.js";
import { a as driftLayers } from "./config-schema.js";
import { r as ruleWays, t as alertMetrics } from "./alert-metrics.js";
import { t as hash } from "./hash.js";

// src/reporters/alerts/post-json.ts
function postJson(url, body, more = {}) {
	const unusable = unusableAddress(url);
	if (unusable !== void 0) return { unusable };
	const headers = {
		"content-type": "application/json",
		...more.headers
	};
	return [{
		kind: "post",
		url,
		body: escapeHidden(JSON.stringify(body)),
		...more,
		headers
	}];
}
function unusableAddress(url) {
	const why = refuseEndpoint(url, { query: true });
	return why === void 0 ? void 0 : `it ${why.replace(/, such as `[^`]*`/u, "").replace(/ such as `[^`]*`/u, "")}`;
}

// src/reporters/alerts/word-alert.ts
const longest = {
	name: 90,
	quote: 300
};
const safeAddress = /^https?:\/\/[A-Za-z0-9.:-]+(?:\/[A-Za-z0-9._~/-]*)?$/u;
function wordAlert(alert) {
	const { repository, run, since, state, more = [] } = alert;
	const { title, lines } = more.length > 0 ? wordSeveral([alert, ...more]) : wordAbout(alert);
	return {
		title,
		lines: [
			...lines,
			...state === "recovered" && since !== void 0 && more.length === 0 ? [say`The alert is of ${quote(showDay(since))}.`] : [],
			...repository === void 0 ? [] : [say`In ${repository}.`]
		],
		...run !== void 0 && safeAddress.test(run) ? { link: run } : {}
	};
}
const mostNamed = 20;
function wordSeveral(alerts) {
	const left = alerts.length - mostNamed;
	return {
		title: own(alerts[0]?.state === "recovered" ? `${alerts.length} alerts have ended` : `${alerts.length} new alerts`),
		lines: [...alerts.slice(0, mostNamed).map((alert) => say`${wordAbout(alert).title}.`), ...left > 0 ? [own(`And ${left} more.`)] : []]
	};
}
function wordAbout({ about, state, ended }) {
	switch (about.kind) {
		case "test": return {
			title: own("Promptgate reaches you here"),
			lines: [own("This is a test that somebody asked for. Nothing is wrong.")]
		};
		case "drift": return {
			title: driftTitle(about, state, ended),
			lines: driftLines(about, state, ended)
		};
		case "rule": return {
			title: ruleTitle(about, state),
			lines: wordRuleLines(about)
		};
	}
}
function ruleTitle(rule, state) {
	return state === "recovered" ? say`Over: ${wordRuleTitle(rule, state)}` : wordRuleTitle(rule, state);
}
function driftTitle({ prompt, model, began }, state, ended = "over") {
	if (state !== "recovered") return say`${model} answers ${prompt} differently since ${quote(showDay(began))}`;
	switch (ended) {
		case "over": return say`${model} answers ${prompt} as usual again`;
		case "accepted": return say`How ${model} answers ${prompt} now is accepted as the usual`;
		case "began-anew": return say`${prompt} on ${model} is compared anew`;
		case "no-longer-asked": return say`${prompt} on ${model} is no longer asked`;
	}
}
function driftLines(drift, state, ended) {
	if (state === "recovered") {
		if (ended === "began-anew") return [own("Cases, judge or history are others. Whether it answers as before is not known.")];
		return ended === "no-longer-asked" ? [own("Nothing watches it any more. It had not ended.")] : [];
	}
	const { found, cases, served, servedBefore } = drift;
	const isSame = served.every((model) => servedBefore.includes(model));
	return [
		...found.length === 0 ? [] : [say`What moved: ${listNames(found)}. Fresh replies confirm it.`],
		...cases.length === 0 ? [] : [say`Fell by themselves: ${listNames(cases)}.`],
		...served.length === 0 || isSame ? [] : [say`Answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`]
	];
}
function plainLine(phrase, most) {
	return clip(plain(phrase, (text) => showOnOneLine(text, longest.quote)), most);
}
function visibleParts(phrase) {
	const parts = [];
	for (const part of phrase) {
		const text = part.kind === "ours" ? part.text : showOnOneLine(part.text, longest[part.kind]);
		const last = parts.at(-1);
		if (text === "") continue;
		if (part.kind === "ours" && last?.kind === "ours") parts.splice(-1, 1, {
			...last,
			text: last.text + text
		});
		else parts.push({
			...part,
			text
		});
	}
	return parts;
}
function unlinked(text) {
	return text.replaceAll("://", `:${joint}//`).replaceAll(/(?<=www|mailto|tel)[.:]/giu, `$&${joint}`);
}
const joint = "​";

// src/reporters/alerts/discord.ts
const most$1 = {
	title: 256,
	description: 4096
};
const colours = {
	alert: 13706287,
	recovered: 1736503,
	test: 5726314
};
const discord = {
	name: "discord",
	title: "Discord",
	gathers: true,
	write: (alert, { value }) => {
		const { title, lines, link } = wordAlert(alert);
		const embed = {
			title: fitting([title], most$1.title),
			description: fitting(lines, most$1.description),
			color: colours[alert.state],
			timestamp: alert.at,
			...link === void 0 ? {} : { url: link }
		};
		return postJson(value, {
			embeds: [embed],
			allowed_mentions: { parse: [] }
		});
	}
};
function fitting(phrases, room) {
	let written = "";
	for (const piece of phrases.flatMap((phrase, at) => [...at === 0 ? [] : ["\n"], ...piecesOf(phrase)])) {
		if (written.length + piece.length > room - 1) return `${written}…`;
		written += piece;
	}
	return written;
}
function piecesOf(phrase) {
	return visibleParts(phrase).map(({ kind, text }) => {
		if (kind === "ours") return text.replaceAll(/[<>]/gu, String.raw`\$&`);
		if (kind === "name" && !text.includes("`")) return `\`${unlinked(text)}\``;
		return unlinked(text).replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
	});
}

// src/reporters/alerts/issue.ts
const issue = {
	name: "issue",
	title: "GitHub issue",
	gathers: false,
	write: (alert) => {
		const { title, lines, link } = wordAlert(alert);
		const paragraphs = [
			...alert.state === "recovered" ? [`**${toMarkdown(title)}.**`] : [],
			...lines.map(toMarkdown),
			...link === void 0 ? [] : [`[The run](${link})`]
		];
		const message = {
			kind: "issue",
			key: alert.key,
			...alert.name === void 0 ? {} : { name: alert.name },
			title: plainLine(title, 250),
			render: (marker) => [...paragraphs, marker].join("\n\n")
		};
		return [...alert.state === "recovered" ? [] : [{
			...message,
			closes: false
		}], ...alert.state === "alert" ? [] : [{
			...message,
			closes: true
		}]];
	}
};

// src/core/drift/drift-report.ts
const driftVerdicts = [
	"drifted",
	"invalid",
	"baseline",
	"steady"
];
const driftEnds = [
	"over",
	"accepted",
	"began-anew",
	"no-longer-asked"
];
const runPlace = object({
	run: string(),
	at: string()
});
const meanSchema = object({
	usual: number().nullable(),
	now: number().nullable()
});
const driftRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	since: runPlace.extend({
		from: runPlace,
		to: runPlace
	}).exactOptional(),
	ended: literal(true).exactOptional(),
	settled: _enum(driftEnds).exclude(["began-anew"]).exactOptional(),
	layers: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		statistic: number(),
		limit: number(),
		alarm: boolean()
	})),
	found: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		towards: _enum(["lower", "higher"]).exactOptional()
	})),
	cases: array(string()),
	metrics: record(string(), meanSchema),
	history: array(object({
		at: string(),
		score: number().nullable(),
		served: string().exactOptional()
	})),
	runs: count,
	missing: object({
		missing: count,
		of: count
	})
});
const canaryRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	method: _enum(["logprobs", "border"]).exactOptional(),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	since: runPlace.exactOptional(),
	ended: literal(true).exactOptional(),
	told: _enum(["served", "replies"]).exactOptional(),
	distance: number().exactOptional(),
	limit: number().exactOptional(),
	runs: count,
	why: string().exactOptional(),
	searching: object({
		tried: count,
		found: count
	}).exactOptional()
});
const driftReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	startedAt: string(),
	head: object({
		sha: string(),
		ref: string()
	}),
	verdict: _enum(driftVerdicts),
	problems: array(problemSchema),
	notes: array(string()),
	prompts: array(object({
		path: string(),
		models: array(driftRowSchema)
	})),
	canaries: array(canaryRowSchema).exactOptional(),
	calls: object({
		made: count,
		failed: count
	}),
	costUsd: dollars.exactOptional(),
	open: boolean()
});

// src/core/alerts/alert.ts
const time = string();
const measured = {
	value: number(),
	low: number().nullable(),
	high: number().nullable()
};
const brokenRule = object({
	kind: literal("rule"),
	metric: _enum(alertMetrics),
	way: _enum(ruleWays),
	limit: number(),
	against: int().exactOptional(),
	segment: string().exactOptional(),
	model: string().exactOptional(),
	prompt: string().exactOptional(),
	...measured,
	before: number().exactOptional(),
	change: object(measured).exactOptional(),
	day: string().nullable()
});
const confirmedDrift = object({
	kind: literal("drift"),
	prompt: string(),
	model: string(),
	began: time,
	found: array(string()),
	cases: array(string()),
	served: array(string()),
	servedBefore: array(string())
});
const alertSchema = object({
	version: literal(1),
	key: string(),
	state: _enum([
		"alert",
		"recovered",
		"test"
	]),
	ended: _enum(driftEnds).exactOptional(),
	at: time,
	since: time.exactOptional(),
	run: string().exactOptional(),
	repository: string().exactOptional(),
	name: string().exactOptional(),
	about: discriminatedUnion("kind", [
		brokenRule,
		confirmedDrift,
		object({ kind: literal("test") })
	])
});
const postedAlertSchema = object({
	type: _enum([
		"alert.opened",
		"alert.recovered",
		"alert.test"
	]),
	timestamp: time,
	title: string(),
	lines: array(string()),
	data: alertSchema
});
function identityOf({ repository, name, key }) {
	return [
		repository ?? "",
		name ?? "",
		key
	];
}

// src/reporters/alerts/pagerduty.ts
const pagerdutyEndpoint = "https://events.pagerduty.com/v2/enqueue";
const pagerduty = {
	name: "pagerduty",
	title: "PagerDuty",
	gathers: false,
	write: (alert, { value, endpoint = pagerdutyEndpoint }) => {
		if (!/^[\w+-]{1,128}$/u.test(value)) return { unusable: "it must hold an integration key of the Events API v2" };
		const { title, lines, link } = wordAlert(alert);
		const event = {
			routing_key: value,
			dedup_key: `promptgate-${hash(identityOf(alert)).slice(0, 32)}`
		};
		const trigger = {
			...event,
			event_action: "trigger",
			client: "Promptgate",
			...link === void 0 ? {} : {
				client_url: link,
				links: [{
					href: link,
					text: "The run"
				}]
			},
			payload: {
				summary: plainLine(title, 1024),
				source: alert.repository ?? "promptgate",
				severity: alert.state === "test" ? "info" : "warning",
				timestamp: alert.at,
				class: alert.about.kind === "rule" ? alert.about.metric : alert.about.kind,
				custom_details: { lines: lines.map((line) => plainLine(line, 1024)) }
			}
		};
		const events = alert.state === "recovered" ? [] : [trigger];
		const ends = alert.state === "alert" ? [] : [{
			...event,
			event_action: "resolve"
		}];
		const written = [...events, ...ends].map((one) => postJson(endpoint, one));
		return written.find((one) => "unusable" in one) ?? written.flatMap((one) => "unusable" in one ? [] : one);
	}
};

// src/reporters/alerts/slack.ts
const slack = {
	name: "slack",
	title: "Slack",
	gathers: true,
	write: (alert, { value }) => {
		const { title, lines, link } = wordAlert(alert);
		const sections = [
			section([...elementsOf(title, true)]),
			...lines.map((line) => section(elementsOf(line))),
			...link === void 0 ? [] : [section([{
				type: "link",
				url: link,
				text: "The run"
			}])]
		];
		return postJson(value, {
			text: plainLine(title, 700).replaceAll(/[&<>]/gu, (letter) => entities[letter] ?? ""),
			blocks: [{
				type: "rich_text",
				elements: sections
			}],
			unfurl_links: false,
			unfurl_media: false
		});
	}
};
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
function section(elements) {
	return {
		type: "rich_text_section",
		elements: [...elements, {
			type: "text",
			text: "\n"
		}]
	};
}
function elementsOf(phrase, bold = false) {
	return visibleParts(phrase).map(({ kind, text }) => {
		const style = {
			...bold ? { bold } : {},
			...kind === "name" ? { code: true } : {}
		};
		return {
			type: "text",
			text: unlinked(text),
			...Object.keys(style).length === 0 ? {} : { style }
		};
	});
}

// src/reporters/alerts/smtp.ts
const address = /^[^\s<>(),;:"\\[\]@\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,253}$/u;
const smtp = {
	name: "smtp",
	title: "E-mail",
	gathers: true,
	write: (alert, access) => {
		const read = serverOf(access.value);
		if (read === void 0) return { unusable: "it must hold an address such as `smtps://user:password@mail.example.com:465?from=…&to=…`" };
		const from = access.from ?? read.query.get("from") ?? "";
		const [first, ...others] = access.to ?? read.query.get("to")?.split(",").map((one) => one.trim()) ?? [];
		if (!address.test(from)) return { unusable: "there is no sender: set `from` to an e-mail address" };
		if (first === void 0 || ![first, ...others].every((one) => address.test(one))) return { unusable: "there is nobody to write to: set `to` to e-mail addresses" };
		const { title, lines, link } = wordAlert(alert);
		const text = [
			plainLine(title, 2e3),
			...lines.map((line) => plainLine(line, 2e3)),
			...link === void 0 ? [] : [link]
		].join("\n\n");
		const subject = `[promptgate] ${plainLine(title, 180)}`;
		return [{
			kind: "mail",
			server: read.server,
			from,
			to: [first, ...others],
			subject,
			text: `${text}\n`
		}];
	}
};
const url = /^(smtps?):\/\/(?:([^:@/?#\s]*)(?::([^@/?#\s]*))?@)?(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+)(?::(\d{1,5}))?\/?(?:\?([^#\s]*))?$/u;
function serverOf(value) {
	const [matched, scheme, writtenUser = "", writtenPassword = "", host = "", port, query = ""] = url.exec(value) ?? [];
	const [user, password] = [decode(writtenUser), decode(writtenPassword)];
	const pairs = query.split("&").map((pair) => pair.split("=").map(decode));
	if (matched === void 0 || user === void 0 || password === void 0) return void 0;
	const secure = scheme === "smtps";
	const bare = host.replaceAll(/^\[|\]$/gu, "");
	return {
		server: {
			host: bare,
			port: port === void 0 ? secure ? 465 : 587 : Number(port),
			secure,
			isLocal: bare === "localhost" || bare === "::1" || /^127(?:\.\d{1,3}){3}$/u.test(bare),
			...user === "" ? {} : {
				user,
				password
			}
		},
		query: new Map(pairs.map(([name = "", written = ""]) => [name, written]))
	};
}
function decode(written) {
	try {
		return decodeURIComponent(written);
	} catch {
		return;
	}
}

// src/reporters/alerts/teams.ts
const teams = {
	name: "teams",
	title: "Microsoft Teams",
	gathers: true,
	write: (alert, { value }) => {
		const { title, lines, link } = wordAlert(alert);
		const attachment = {
			contentType: "application/vnd.microsoft.card.adaptive",
			contentUrl: null,
			content: {
				$schema: "http://adaptivecards.io/schemas/adaptive-card.json",
				type: "AdaptiveCard",
				version: "1.4",
				body: [block(title, {
					weight: "Bolder",
					size: "Medium"
				}), ...lines.map((line) => block(line))],
				...link === void 0 ? {} : { actions: [{
					type: "Action.OpenUrl",
					title: "The run",
					url: link
				}] },
				msteams: { width: "Full" }
			}
		};
		return postJson(value, {
			type: "message",
			attachments: [attachment]
		}, { refusal });
	}
};
function refusal(body) {
	return /^(?:Webhook message delivery failed|Microsoft Teams endpoint returned HTTP error)/u.test(body.trim()) ? body : void 0;
}
function block(phrase, style = {}) {
	return {
		type: "RichTextBlock",
		inlines: visibleParts(phrase).map(({ kind, text }) => ({
			type: "TextRun",
			text: unlinked(text),
			...kind === "name" ? { fontType: "Monospace" } : {},
			...style
		}))
	};
}

// src/reporters/alerts/webhook.ts
const types = {
	alert: "alert.opened",
	recovered: "alert.recovered",
	test: "alert.test"
};
const shortestSecret = 24;
const webhook = {
	name: "webhook",
	title: "Webhook",
	gathers: false,
	write: (alert, { value, secret = "" }) => {
		const unusable = unusableAddress(value);
		if (unusable !== void 0) return { unusable };
		if (!isSecret(secret)) return { unusable: `its secret must have ${shortestSecret} characters or more, or be \`whsec_\` and base64` };
		return [{
			kind: "post",
			url: value,
			headers: { "content-type": "application/json" },
			body: escapeHidden(JSON.stringify(bodyOf(alert))),
			signing: {
				id: `msg_${hash([
					...identityOf(alert),
					alert.state,
					alert.since ?? alert.at
				]).slice(0, 32)}`,
				secret
			}
		}];
	}
};
function bodyOf(alert) {
	const { title, lines } = wordAlert(alert);
	return {
		type: types[alert.state],
		timestamp: alert.at,
		title: plainLine(title, 700),
		lines: lines.map((line) => plainLine(line, 2e3)),
		data: alert
	};
}
function isSecret(secret) {
	if (secret.length < shortestSecret) return false;
	return !secret.startsWith("whsec_") || /^whsec_[A-Za-z0-9+/]{20,}={0,2}$/u.test(secret);
}

// src/reporters/alerts/index.ts
const targets = {
	slack,
	teams,
	discord,
	pagerduty,
	webhook,
	smtp,
	issue
};

// src/app/alerts/deliver-alert.ts
const most = {
	attempts: 4,
	waitMs: 6e4
};
async function deliverAlert(alert, place, ports, signal) {
	const { target } = place;
	const failed = (why) => ({
		target,
		kind: "failed",
		why: showOnOneLine(why, 400)
	});
	const access = accessOf(place, ports);
	if (typeof access === "string") return failed(access);
	const written = targets[target].write(alert, access);
	if ("unusable" in written) return failed(`\`${place.variable ?? target}\` cannot be used: ${written.unusable}`);
	const send = ports.senderOf(place);
	let said = "";
	for (const message of written) {
		const attempt = await sendPatiently(message, send, ports, signal);
		if (attempt.kind === "failed") return {
			...failed(attempt.why),
			...attempt.ofMessage === true ? { ofMessage: true } : {}
		};
		said = attempt.said;
	}
	return {
		target,
		kind: "sent",
		said: showOnOneLine(said, 200)
	};
}
function titleOf(target) {
	return targets[target].title;
}
function accessOf({ variable, secret, endpoint, from, to }, { read }) {
	const unset = [variable, secret].find((name) => name !== void 0 && read(name) === "");
	if (unset !== void 0) return `the environment variable \`${unset}\` is not set`;
	return {
		value: variable === void 0 ? "" : read(variable),
		...secret === void 0 ? {} : { secret: read(secret) },
		...endpoint === void 0 ? {} : { endpoint },
		...from === void 0 ? {} : { from },
		...to === void 0 ? {} : { to }
	};
}
async function sendPatiently(message, send, { clock, leftMs = () => Number.POSITIVE_INFINITY }, signal) {
	for (let tried = 1;; tried++) {
		const attempt = await send(message, signal);
		if (attempt.kind === "sent" || !attempt.retryable || tried === most.attempts) return attempt;
		const wait = attempt.retryAfterMs ?? 1e3 * 2 ** (tried - 1);
		if (wait > most.waitMs) return {
			...attempt,
			why: `${attempt.why}, and asks to wait for ${Math.ceil(wait / 6e4)} minutes`
		};
		if (wait > leftMs()) return {
			...attempt,
			why: `${attempt.why}, and the time for the alerts of a run is over`
		};
		await clock.sleep(wait, signal);
	}
}

export { driftVerdicts as a, alertSchema as i, titleOf as n, targets as r, deliverAlert as t };