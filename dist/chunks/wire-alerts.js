import "./rolldown-runtime.js";
import { n as publishIssues } from "./publish-issues.js";
import { r as wordRefused } from "./tell-published.js";
import { n as redact } from "./create-log.js";
import { t as systemClock } from "./system-clock.js";
import { dirname } from "node:path";
import { createHmac } from "node:crypto";
import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";

// src/store/kept-text.ts
function openKeptText(path) {
	return {
		setAside: (text) => writeFile(`${path}.unread`, text),
		async read() {
			try {
				return await readFile(path, "utf8");
			} catch (fault) {
				if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return "";
				throw fault;
			}
		},
		async write(text) {
			await mkdir(dirname(path), { recursive: true });
			const draft = `${path}.${process.pid}.tmp`;
			const file = await open(draft, "w");
			try {
				await file.writeFile(text);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(draft, path);
		}
	};
}

// src/app/alerts/send-issue.ts
async function sendIssue({ key, name, title, render, closes }, board, seal) {
	const outcomes = await publishIssues(board, {
		kind: name === void 0 ? "alert" : `alert ${name}`,
		seal,
		wishes: closes ? [] : [{
			key,
			title,
			render
		}],
		closing: (other, marker) => closes && other === key ? render(marker) : void 0
	});
	const refused = outcomes.find((outcome) => outcome.kind === "refused");
	if (refused !== void 0) return {
		kind: "failed",
		why: wordRefused(refused).replace(/\.$/u, ""),
		retryable: false
	};
	const [first] = outcomes.flatMap((outcome) => outcome.kind === "refused" ? [] : outcome);
	return {
		kind: "sent",
		said: first === void 0 ? "there was none" : `${first.kind}: ${first.url}`
	};
}

// src/hosts/alerts/post-alert.ts
const ofMessage = /* @__PURE__ */ new Set([
	400,
	413,
	422
]);
const longestMs = 15e3;
const mostCharacters = 1e4;
async function postAlert({ url, headers, body, refusal, signing }, now, signal) {
	const { host } = new URL(url);
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: {
				"user-agent": "promptgate",
				...headers,
				...signing === void 0 ? {} : sign(body, signing, now())
			},
			body,
			redirect: "manual",
			signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)])
		});
		const text = (await response.text()).slice(0, mostCharacters);
		const { status } = response;
		if (status >= 300 && status < 400) return {
			kind: "failed",
			why: `${host} redirects to another address (${status}), which is not followed: name the address that answers`,
			retryable: false
		};
		const refused = response.ok ? refusal?.(text) : `${status}${text === "" ? "" : `: ${text}`}`;
		if (refused === void 0) return {
			kind: "sent",
			said: `${status}${text === "" ? "" : ` ${text}`}`
		};
		const wait = retryAfter(response.headers.get("retry-after"), now());
		return {
			kind: "failed",
			why: `${host} refused it (${refused})`,
			ofMessage: response.ok || ofMessage.has(status),
			retryable: status === 408 || status === 429 || status >= 500,
			...wait === void 0 ? {} : { retryAfterMs: wait }
		};
	} catch (fault) {
		signal.throwIfAborted();
		return {
			kind: "failed",
			why: `${host} cannot be reached (${causeOf(fault)})`,
			retryable: true
		};
	}
}
function retryAfter(written, now) {
	if (written === null) return void 0;
	if (/^\s*\d+(?:\.\d+)?\s*$/u.test(written)) return Number(written) * 1e3;
	const date = Date.parse(written);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function causeOf(fault) {
	if (!(fault instanceof Error)) return String(fault);
	if (fault.cause !== void 0) return causeOf(fault.cause);
	const [first] = fault instanceof AggregateError ? fault.errors : [];
	return first === void 0 ? fault.message : causeOf(first);
}
function sign(body, { id, secret }, now) {
	const timestamp = String(Math.floor(now / 1e3));
	const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : secret;
	return {
		"webhook-id": id,
		"webhook-timestamp": timestamp,
		"webhook-signature": `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
	};
}

// src/wire/wire-alerts.ts
function wireAlerts({ env, clock = systemClock, hide, issues, seal }) {
	const secrets = /* @__PURE__ */ new Set();
	const read = (variable) => {
		const value = env[variable]?.trim() ?? "";
		for (const secret of secretsIn(value)) {
			secrets.add(secret);
			hide?.(secret);
		}
		return value;
	};
	const clean = (attempt) => attempt.kind === "sent" ? {
		...attempt,
		said: redact(attempt.said, secrets)
	} : {
		...attempt,
		why: redact(attempt.why, secrets)
	};
	return {
		read,
		clock,
		senderOf: ({ variable }) => async (message, signal) => {
			switch (message.kind) {
				case "post": return clean(await postAlert(message, clock.now, signal));
				case "mail": {
					const { sendMail } = await import("./send-mail.js");
					return clean(await sendMail(message, signal));
				}
				case "issue": {
					const opened = (variable === void 0 ? issues : void 0) ?? await openBoard(variable ?? "GITHUB_TOKEN", env, read, signal);
					return typeof opened === "string" ? {
						kind: "failed",
						why: opened,
						retryable: false
					} : clean(await sendIssue(message, opened, seal));
				}
			}
		}
	};
}
function wireLocalAlerts(env, history, say) {
	return {
		...wireAlerts({ env }),
		kept: openKeptText(`${history}.alerts.json`),
		place: runPlaceOf(env),
		warn: say,
		say
	};
}
function runPlaceOf(env) {
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	const [server = "", id = ""] = [env["GITHUB_SERVER_URL"], env["GITHUB_RUN_ID"]];
	if (repository === "") return {};
	return server === "" || id === "" ? { repository } : {
		repository,
		run: `${server}/${repository}/actions/runs/${id}`
	};
}
function secretsIn(value) {
	if (value === "" || !URL.canParse(value)) return value === "" ? [] : [value];
	const { pathname, password } = new URL(value);
	return [
		value,
		pathname,
		password
	].filter((secret) => secret.length >= 8);
}
async function openBoard(variable, env, read, signal) {
	const [token, repository] = [read(variable), env["GITHUB_REPOSITORY"] ?? ""];
	if (token === "") return `the environment variable \`${variable}\` is not set`;
	if (!/^[\w.-]+\/[\w.-]+$/u.test(repository)) return "the environment variable `GITHUB_REPOSITORY` does not name the repository (`owner/name`)";
	const { connectGitHub } = await import("./connect-github2.js");
	const { createGitHubIssues } = await import("./create-github-issues.js");
	return createGitHubIssues(connectGitHub({
		token,
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		repository,
		signal
	}));
}

export { openKeptText as i, wireAlerts as n, wireLocalAlerts as r, runPlaceOf as t };