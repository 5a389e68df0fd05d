// src/core/settings/refuse-endpoint.ts
function refuseEndpoint(url, may) {
	const match = /^(https?):\/\/([^/?#]*)(\/[^?#]*)?(\?[^#]*)?(#.*)?$/iu.exec(url);
	if (match === null) return "must be an address such as `https://api.openai.com/v1`";
	const [, scheme = "", authority = "", path = "", query, fragment] = match;
	if (authority.includes("@")) return "must not hold a user name or password: name the key in `key` or `api-key`";
	const [, host, port] = /^(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::(\d{1,5}))?$/iu.exec(authority) ?? [];
	if (host === void 0) return "must name a host, such as `https://api.openai.com/v1`";
	if (Number(port ?? 1) > 65535 || port === "0") return "must name a port from 1 to 65535";
	if (/[\s\\\p{Cc}]/u.test(path + (query ?? ""))) return "must not hold white space, backslashes or control characters";
	if (fragment !== void 0 || query !== void 0 && !may.query) return "must end with its path: no `?…` and no `#…`";
	if (scheme.toLowerCase() === "http" && !isLoopback(host.toLowerCase())) return "must be https: plain http is for this machine only (`http://127.0.0.1:…`, `http://localhost:…`)";
}
function isLoopback(host) {
	return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(host);
}

export { refuseEndpoint as t };