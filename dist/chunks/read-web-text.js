import "./rolldown-runtime.js";
import { BlockList, isIP } from "node:net";
import { get } from "node:http";
import { lookup } from "node:dns";
import { get as get$1 } from "node:https";

// src/hosts/workspace/read-web-text.ts
const mostRedirects = 5;
async function readWebText(address, { most, withinMs, signal }) {
	const until = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
	let url = URL.parse(address);
	try {
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			if (url === null) return refused("it is no address");
			const barred = whyBarred(url, redirects > 0);
			if (barred !== void 0) return refused(barred);
			const answer = await open(url, redirects > 0, until);
			const { statusCode = 0, headers } = answer;
			if (statusCode < 300 || statusCode >= 400 || headers.location === void 0) {
				if (statusCode === 200) return await readWithin(answer, most);
				answer.destroy();
				return refused(wordStatus(statusCode));
			}
			answer.destroy();
			url = URL.parse(headers.location, url.href);
		}
		return refused(`it leads on more than ${mostRedirects} times`);
	} catch (fault) {
		if (until.aborted && !signal.aborted) return refused(`it did not come within ${withinMs / 1e3} s`);
		return refused(fault instanceof Error ? fault.message : String(fault));
	}
}
function refused(why) {
	return {
		kind: "refused",
		why
	};
}
function wordStatus(status) {
	return `the address answered ${status}${status === 401 || status === 403 || status === 404 ? "; where the address asks for a login, download the file and name it" : ""}`;
}
function whyBarred({ protocol, hostname, username, password }, isRedirect) {
	if (username !== "" || password !== "") return "an address with a password in it is not asked";
	const host = hostname.replace(/^\[|\]$/gu, "");
	if (isRedirect && isIP(host) !== 0 && isPrivate(host)) return `it leads to ${host}, which is not public`;
	if (protocol === "https:") return void 0;
	const isOwn = host === "localhost" || isIP(host) !== 0 && loopback.check(host, familyOf(host));
	if (protocol === "http:" && isOwn && !isRedirect) return void 0;
	return isRedirect ? `it leads to an address that is not https (${protocol}//${host})` : "only https addresses are read";
}
function open(url, isRedirect, signal) {
	const { promise, resolve, reject } = Promise.withResolvers();
	(url.protocol === "https:" ? get$1 : get)(url, {
		headers: {
			accept: "application/json",
			"user-agent": "promptgate"
		},
		signal,
		...isRedirect ? { lookup: publicOnly } : {}
	}, resolve).on("error", reject);
	return promise;
}
const publicOnly = (name, options, done) => {
	lookup(name, {
		...options,
		all: true
	}, (fault, found) => {
		const barred = found?.find(({ address }) => isPrivate(address));
		if (fault !== null) return done(fault, []);
		if (barred !== void 0) return done(/* @__PURE__ */ new Error(`it leads to ${name} (${barred.address}), which is not public`), []);
		const [first] = found;
		if (options.all === true) return done(null, found);
		return done(null, first?.address ?? "", first?.family);
	});
};
async function readWithin(answer, most) {
	const parts = [];
	let size = 0;
	for await (const part of answer) {
		const bytes = Buffer.from(part);
		size += bytes.length;
		if (size > most) {
			answer.destroy();
			return refused(`it has more than the ${most} bytes that are read from an address`);
		}
		parts.push(bytes);
	}
	return {
		kind: "text",
		text: new TextDecoder().decode(Buffer.concat(parts))
	};
}
const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");
const notPublic = new BlockList();
for (const [net, bits] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["224.0.0.0", 3]
]) notPublic.addSubnet(net, bits);
for (const [net, bits] of [
	["::", 127],
	["64:ff9b::", 96],
	["fc00::", 7],
	["fe80::", 10],
	["ff00::", 8]
]) notPublic.addSubnet(net, bits, "ipv6");
function isPrivate(address) {
	return notPublic.check(address, familyOf(address));
}
function familyOf(address) {
	return isIP(address) === 6 ? "ipv6" : "ipv4";
}

export { readWebText };