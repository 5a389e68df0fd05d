import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as clip } from "./clip.js";
import { C as say, S as quote, b as own, m as showScore, x as plain, y as listNames } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";
import { n as wordRuleLines, r as wordRuleTitle } from "./word-rule.js";
import { r as toMarkdown } from "./escape.js";
import { n as identityOf } from "./alert.js";
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

// src/reporters/alerts/word-moved-canary.ts
function wordMovedCanary({ model, began, told, served, servedBefore }, { state, ended = "over" }) {
	const day = quote(showDay(began));
	if (state !== "recovered") {
		const isNamed = told === "served" && served.length > 0;
		return {
			title: isNamed ? say`${model} is answered by ${listNames(served)} since ${day}` : say`${model} is a different model since ${day}: its canary changed`,
			lines: [
				...isNamed && servedBefore.length > 0 ? [say`${listNames(servedBefore)} answered before.`] : [],
				...isNamed ? [] : [own("Fresh replies confirm it.")],
				own("Run the golden cases to see whether it is worse.")
			]
		};
	}
	switch (ended) {
		case "over": return {
			title: say`${model} is as before again, by its canary`,
			lines: []
		};
		case "no-longer-asked": return {
			title: say`The canary of ${model} is no longer asked`,
			lines: [own("It is no longer watched. The problem had not ended.")]
		};
		case "accepted":
		case "began-anew": return {
			title: say`The canary of ${model} has a new reference`,
			lines: [own("Whether it is the same model as before is unknown.")]
		};
	}
}

// src/reporters/alerts/word-moved-judge.ts
function wordMovedJudge(judge, { state, ended = "over" }) {
	const { model, told } = judge;
	if (state !== "recovered") return told === "served" ? wordServed(judge) : wordGrades(judge);
	switch (ended) {
		case "over": return {
			title: told === "served" ? say`The judge ${model} is answered by the same model as before again` : say`The judge ${model} grades the same texts as usual again`,
			lines: []
		};
		case "accepted": return {
			title: say`How the judge ${model} grades now is accepted as normal`,
			lines: [own("Judged checks have a new baseline from here on.")]
		};
		case "began-anew": return {
			title: say`The judge ${model} is compared anew`,
			lines: [own("Its texts, its rubrics or the history changed. Whether it grades as before is unknown.")]
		};
		case "no-longer-asked": return {
			title: say`The judge ${model} is no longer watched`,
			lines: [own("It is no longer watched. The problem had not ended.")]
		};
	}
}
function wordGrades({ model, began, towards, grade, served, servedBefore }) {
	const isSame = served.every((one) => servedBefore.includes(one));
	return {
		title: say`The judge ${model} grades the same texts ${own(towards ?? "differently")} since ${quote(showDay(began))}`,
		lines: [
			own(grade === void 0 ? "Fresh grades confirm it." : `Their mean grade: ${showScore(grade.usual)} → ${showScore(grade.now)}. Fresh grades confirm it.`),
			own("Until it ends, a fall in judged checks alone is attributed to the judge, not to the model."),
			...isSame ? [] : [say`It is answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`],
			own("Pin a dated version of the judge if there is one, or accept its grades as the new normal.")
		]
	};
}
function wordServed({ model, began, served, servedBefore }) {
	return {
		title: say`The judge ${model} is answered by ${listNames(served)} since ${quote(showDay(began))}`,
		lines: [...servedBefore.length === 0 ? [] : [say`Before, ${listNames(servedBefore)} answered.`], own("The grades of the same texts are as before so far.")]
	};
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
			...state === "recovered" && since !== void 0 && more.length === 0 ? [say`The alert was opened on ${quote(showDay(since))}.`] : [],
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
		case "canary": return wordMovedCanary(about, {
			state,
			...ended === void 0 ? {} : { ended }
		});
		case "judge": return wordMovedJudge(about, {
			state,
			...ended === void 0 ? {} : { ended }
		});
		case "rule": return {
			title: wordRuleTitle(about, {
				state,
				ended
			}),
			lines: wordRuleLines(about, ended)
		};
	}
}
function driftTitle({ prompt, model, began, asUsual }, state, ended = "over") {
	const since = say`since ${quote(showDay(began))}`;
	if (state !== "recovered") return asUsual === true ? say`Another model answers ${prompt} on ${model} ${since}; the answers are as usual` : say`${model} answers ${prompt} differently ${since}`;
	switch (ended) {
		case "over": return say`${model} answers ${prompt} as usual again`;
		case "accepted": return say`How ${model} answers ${prompt} now is accepted as normal`;
		case "began-anew": return say`${prompt} on ${model} is compared anew`;
		case "no-longer-asked": return say`${prompt} on ${model} is no longer asked`;
	}
}
function driftLines(drift, state, ended) {
	if (state === "recovered") {
		if (ended === "began-anew") return [own("Cases, judge or history changed. Whether it answers as before is unknown.")];
		return ended === "no-longer-asked" ? [own("It is no longer watched. The problem had not ended.")] : [];
	}
	const { found, cases, served, servedBefore, asUsual } = drift;
	const isSame = served.every((model) => servedBefore.includes(model));
	return [
		...found.length === 0 ? [] : [say`What moved: ${listNames(found)}.${own(asUsual === true ? "" : " Fresh replies confirm it.")}`],
		...cases.length === 0 ? [] : [say`Cases that got worse: ${listNames(cases)}.`],
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

export { titleOf as n, targets as r, deliverAlert as t };