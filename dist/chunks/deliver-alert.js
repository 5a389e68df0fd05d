import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as clip } from "./clip.js";
import { S as say, b as plain, d as showPercent, i as showDuration, l as showNumberOf, n as showCount, o as showMoney, p as showScore, v as listNames, x as quote, y as own } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";
import { r as toMarkdown } from "./escape.js";
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

// src/core/settings/alert-metrics.ts
const metricUnits = {
	calls: "calls",
	cost: "dollars",
	spend: "dollars",
	tokens: "tokens",
	"input-tokens": "tokens",
	"output-tokens": "tokens",
	"latency-p50": "milliseconds",
	"latency-p95": "milliseconds",
	errors: "share",
	refusals: "share",
	truncations: "share",
	length: "characters",
	helpfulness: "score",
	sentiment: "score"
};
const alertMetrics = [
	"calls",
	"cost",
	"spend",
	"tokens",
	"input-tokens",
	"output-tokens",
	"latency-p50",
	"latency-p95",
	"errors",
	"refusals",
	"truncations",
	"length",
	"helpfulness",
	"sentiment"
];
const ruleWays = [
	"below",
	"above",
	"rises",
	"falls"
];

// src/reporters/alerts/word-rule.ts
const subjects = {
	calls: "Calls a day",
	cost: "The cost of a call",
	spend: "What a day costs",
	tokens: "Tokens of a call",
	"input-tokens": "Input tokens of a call",
	"output-tokens": "Output tokens of a call",
	"latency-p50": "The median time of a call",
	"latency-p95": "The 95th percentile of a call’s time",
	errors: "The share of errors",
	refusals: "The share of refusals",
	truncations: "The share of replies that are cut",
	length: "The length of a reply",
	helpfulness: "Helpfulness",
	sentiment: "Sentiment"
};
function wordRuleTitle(rule, state) {
	const { metric, change, value } = rule;
	const where = placeOf(rule);
	const is = metric === "calls" || metric.endsWith("tokens") ? "are" : "is";
	const shown = showMetric(metric, value);
	if (state === "recovered" || change === void 0) return say`${own(subjects[metric])} ${own(is)} ${own(shown)}${where}${own(state === "recovered" ? "" : limitOf(rule))}`;
	const verb = change.value < 0 ? "fell" : "rose";
	return say`${own(subjects[metric])} ${own(verb)} by ${own(showShare(change.value))}${where}`;
}
function wordRuleLines(rule) {
	const { metric, value, low, high, before, change, against, day } = rule;
	const on = day === null ? [] : say` on ${quote(showDay(day))}`;
	const now = own(showMetric(metric, value));
	return [before === void 0 || change === void 0 ? say`${now}${on}${own(spanOf({
		low,
		high
	}, (one) => showMetric(metric, one)))}.` : say`${own(showMetric(metric, before))} in the ${own(showNumberOf(against ?? 7, "day"))} before, ${now}${on}${own(spanOf(change, signed))}.`, own(`The rule: ${ruleInWords(rule)}.`)];
}
function ruleInWords({ metric, way, limit, against }) {
	if (way === "below" || way === "above") return `${metric} ${way} ${showMetric(metric, limit)}`;
	return `${metric} ${way} by more than ${showShare(limit)} against ${showNumberOf(against ?? 7, "day")}`;
}
function limitOf({ metric, way, limit }) {
	return `, ${way} ${showMetric(metric, limit)}`;
}
function spanOf({ low, high }, show) {
	return low === null || high === null ? "" : ` (with 95% confidence ${show(low)} to ${show(high)})`;
}
function placeOf({ segment, model, prompt }) {
	return [
		...segment === void 0 ? [] : [say` in segment ${segment}`],
		...model === void 0 ? [] : [say` on ${model}`],
		...prompt === void 0 ? [] : [say` for ${prompt}`]
	].flat();
}
function showMetric(metric, value) {
	switch (metricUnits[metric]) {
		case "dollars": return showMoney(value);
		case "milliseconds": return showDuration(value);
		case "share": return showPercent(value);
		case "score": return showScore(value);
		case "tokens":
		case "calls": return showCount(value);
		case "characters": return showNumberOf(Math.round(value), "character");
	}
}
function showShare(share) {
	return showPercent(Math.abs(share));
}
function signed(share) {
	return `${share < 0 ? "−" : "+"}${showShare(share)}`;
}

// src/reporters/alerts/word-alert.ts
const longest = {
	name: 90,
	quote: 300
};
const safeAddress = /^https?:\/\/[A-Za-z0-9.:-]+(?:\/[A-Za-z0-9._~/-]*)?$/u;
function wordAlert(alert) {
	const { repository, run, since, state } = alert;
	const { title, lines } = wordAbout(alert);
	return {
		title,
		lines: [
			...lines,
			...state === "recovered" && since !== void 0 ? [say`Told on ${quote(showDay(since))}.`] : [],
			...repository === void 0 ? [] : [say`In ${repository}.`]
		],
		...run !== void 0 && safeAddress.test(run) ? { link: run } : {}
	};
}
function wordAbout({ about, state }) {
	switch (about.kind) {
		case "test": return {
			title: own("Promptgate reaches you here"),
			lines: [own("This is a test that somebody asked for. Nothing is wrong.")]
		};
		case "drift": return {
			title: driftTitle(about, state),
			lines: driftLines(about, state)
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
function driftTitle({ prompt, model, began }, state) {
	return state === "recovered" ? say`${model} answers ${prompt} as usual again` : say`${model} answers ${prompt} differently since ${quote(showDay(began))}`;
}
function driftLines(drift, state) {
	if (state === "recovered") return [];
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

// src/reporters/alerts/pagerduty.ts
const pagerdutyEndpoint = "https://events.pagerduty.com/v2/enqueue";
const pagerduty = {
	name: "pagerduty",
	title: "PagerDuty",
	write: (alert, { value, endpoint = pagerdutyEndpoint }) => {
		if (!/^[\w+-]{1,128}$/u.test(value)) return { unusable: "it must hold an integration key of the Events API v2" };
		const { title, lines, link } = wordAlert(alert);
		const event = {
			routing_key: value,
			dedup_key: `promptgate-${hash(alert.key).slice(0, 32)}`
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
					alert.key,
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
		const attempt = await sendPatiently(message, send, ports.clock, signal);
		if (attempt.kind === "failed") return failed(attempt.why);
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
async function sendPatiently(message, send, clock, signal) {
	for (let tried = 1;; tried++) {
		const attempt = await send(message, signal);
		if (attempt.kind === "sent" || !attempt.retryable || tried === most.attempts) return attempt;
		const wait = attempt.retryAfterMs ?? 1e3 * 2 ** (tried - 1);
		if (wait > most.waitMs) return {
			...attempt,
			why: `${attempt.why}, and asks to wait for ${Math.ceil(wait / 6e4)} minutes`
		};
		await clock.sleep(wait, signal);
	}
}

export { ruleWays as i, titleOf as n, alertMetrics as r, deliverAlert as t };