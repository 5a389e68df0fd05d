// src/core/yaml/name-type.ts
function nameType(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	switch (typeof value) {
		case "object": return "a map";
		case "string": return "a text";
		case "number": return "a number";
		case "boolean": return "true or false";
	}
}

export { nameType as t };