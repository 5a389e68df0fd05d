import "./rolldown-runtime.js";
import { t as ProviderError } from "./ports.js";
import { t as limitFetch } from "./http-fetch.js";
import { n as readRetryAfter } from "./read-hints.js";

// src/providers/application/post-to-application.ts
function postToApplication(about) {
	const { name, url, key, quote, clock } = about;
	const post = limitFetch(key === void 0 ? {} : { authorization: `Bearer ${key}` });
	return async (input, signal) => {
		let response;
		try {
			response = await post(url, {
				method: "POST",
				body: JSON.stringify(input),
				signal
			});
		} catch (error) {
			if (signal.aborted) return {
				kind: "failed",
				why: "it was stopped"
			};
			throw error instanceof ProviderError ? named(name, error) : unreachable(about, error);
		}
		const text = await response.text();
		const { status } = response;
		if (status >= 200 && status < 300) return response.headers.get("content-type")?.startsWith("text/plain") ? {
			kind: "plain",
			text
		} : {
			kind: "text",
			text
		};
		const said = text.trim() === "" ? "" : `: ${quote(text)}`;
		throw new ProviderError(`The application \`${name}\` answered ${status}${said}.`, {
			reason: status === 401 || status === 403 ? "key" : status === 429 ? "rate-limit" : "server",
			retryable: status === 429 || status === 408 || status >= 500,
			stopsProvider: status === 401 || status === 403 || status === 404,
			retryAfterMs: readRetryAfter(response.headers, clock.now()),
			fix: "Ask it the same on this machine, as docs/applications.md shows."
		});
	};
}
function named(name, error) {
	const { reason, retryable, fix, message } = error;
	return new ProviderError(`The application \`${name}\` ${message}`, {
		reason,
		retryable,
		fix,
		cause: error
	});
}
function unreachable({ name, url, quote }, error) {
	const why = error instanceof Error ? error.message : String(error);
	const { origin } = new URL(url);
	if (why === "unexpected redirect") return new ProviderError(`The application \`${name}\` redirects to another address, which is not followed.`, {
		reason: "connection",
		stopsProvider: true,
		fix: "Set its `url` to where it answers."
	});
	return new ProviderError(`The application \`${name}\` cannot be reached at ${origin} (${quote(why)}).`, {
		reason: "connection",
		retryable: true,
		fix: "Start it before the review, in a step of the same job."
	});
}

export { postToApplication };