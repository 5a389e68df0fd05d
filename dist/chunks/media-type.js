// src/core/parts/media-type.ts
const mediaTypes = {
	image: [
		"image/png",
		"image/jpeg",
		"image/gif",
		"image/webp"
	],
	audio: ["audio/wav", "audio/mpeg"],
	file: ["application/pdf", "text/plain"]
};
function mediaTypeOf(bytes) {
	const has = (text, at = 0) => [...text].every((one, index) => bytes[at + index] === one.charCodeAt(0));
	if (has("PNG\r\n\n")) return "image/png";
	if (has("ÿØÿ")) return "image/jpeg";
	if (has("GIF87a") || has("GIF89a")) return "image/gif";
	if (has("RIFF") && has("WEBP", 8)) return "image/webp";
	if (has("RIFF") && has("WAVE", 8)) return "audio/wav";
	if (has("ID3") || isFrameOfMp3(bytes)) return "audio/mpeg";
	if (has("%PDF-")) return "application/pdf";
	return bytes.length > 0 && isText(bytes) ? "text/plain" : void 0;
}
function isFrameOfMp3([first = 0, second = 0]) {
	return first === 255 && (second & 230) === 226 && (second & 24) !== 8;
}
function isText(bytes) {
	for (let at = 0; at < bytes.length;) {
		const first = bytes[at] ?? 0;
		const more = first < 128 ? 0 : first >= 194 && first < 224 ? 1 : first >= 224 && first < 240 ? 2 : 3;
		if (first === 0 || first >= 128 && first < 194 || first > 244) return false;
		for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 192) !== 128) return false;
		at += more + 1;
	}
	return true;
}
const values = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((digit, value) => [digit.charCodeAt(0), value]));
function decodeBase64(text) {
	const written = text.replaceAll(/\s+/gu, "").replace(/={1,2}$/u, "");
	if (written.length % 4 === 1) return void 0;
	const bytes = new Uint8Array(Math.floor(written.length * 3 / 4));
	let [held, bits, end] = [
		0,
		0,
		0
	];
	for (let at = 0; at < written.length; at++) {
		const value = values.get(written.charCodeAt(at));
		if (value === void 0) return void 0;
		held = (held << 6 | value) & 65535;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[end++] = held >> bits & 255;
	}
	return bytes;
}

export { mediaTypeOf as n, mediaTypes as r, decodeBase64 as t };