// src/core/json.ts
function canonicalJson(value) {
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	let members = "";
	for (const key of Object.keys(value).sort()) {
		const held = Reflect.get(value, key);
		if (held !== void 0) members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(held)}`;
	}
	return `{${members}}`;
}

export { canonicalJson as t };