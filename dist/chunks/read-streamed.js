import { t as createParser } from "./dist5.js";
import { n as piecesOf } from "./http-fetch.js";
import { a as parseBody, i as malformed } from "./parts.js";

// src/providers/service/read-streamed.ts
const done = "[DONE]";
const doneEvent = { promptgateStreamDone: true };
async function readStreamed(response, quote, { join, read }) {
	const events = readEvents(response, quote);
	if (events === void 0) return read(await response.text());
	const { whole, first } = join(events);
	if (whole === void 0) throw malformed("ended its stream in the middle of its answer", { fix: "Run the review again later: what was answered is kept. If it always does, ask it without `latency: { stream: true }`." });
	const answer = read(JSON.stringify(whole));
	const firstTokenMs = (events[first] ?? events.at(-1))?.ms;
	return firstTokenMs === void 0 ? answer : {
		...answer,
		firstTokenMs
	};
}
function readEvents(response, quote) {
	const pieces = piecesOf(response);
	if (pieces === void 0) return void 0;
	const events = [];
	let ms;
	const parser = createParser({ onEvent: ({ data }) => {
		events.push({
			data: data.trim() === done ? doneEvent : parseBody(data, quote),
			ms
		});
	} });
	const decoder = new TextDecoder();
	for (const piece of pieces) {
		ms = piece.ms;
		parser.feed(decoder.decode(piece.bytes, { stream: true }));
	}
	return events;
}

export { readStreamed as n, doneEvent as t };