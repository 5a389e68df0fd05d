import "./rolldown-runtime.js";
import { t as require_ajv } from "./ajv.js";
import { E as string, d as boolean, i as _enum, k as unknown, l as array, w as record, x as object, y as looseObject } from "./zod.js";
import { readFileSync } from "node:fs";

// src/embedded/github/description.ts
var import_ajv = require_ajv();
const parameter = object({
	name: string(),
	in: _enum([
		"path",
		"query",
		"header"
	]),
	required: boolean()
});
const document = looseObject({ operations: array(object({
	method: string(),
	path: string(),
	parameters: array(parameter),
	body: unknown().optional(),
	responses: record(string(), unknown())
})) });
const anywhere = /* @__PURE__ */ new Set([
	301,
	307,
	401,
	403,
	404,
	429,
	500,
	502,
	503
]);
const descriptions = /* @__PURE__ */ new Map();
function readDescription(file) {
	const description = descriptions.get(file) ?? compileDescription(file);
	descriptions.set(file, description);
	return description;
}
function compileDescription(file) {
	const written = JSON.parse(readFileSync(file, "utf8"));
	const { operations } = document.parse(written);
	const ajv = new import_ajv.Ajv({
		strict: false,
		allErrors: false,
		coerceTypes: false,
		formats
	});
	ajv.addSchema(looseObject({}).parse(written), "github-api");
	const compiled = /* @__PURE__ */ new Map();
	const check = (pointer, value, what) => {
		const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github-api#${pointer}` });
		compiled.set(pointer, validate);
		return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors, { dataVar: "it" })}`];
	};
	const find = (method, template) => operations.findIndex((operation) => operation.method === method && operation.path === template);
	return {
		faultsOfRequest(method, template, incoming) {
			const at = find(method, template);
			const operation = operations[at];
			if (operation === void 0) return [`${method} ${template} is not in the description`];
			const known = new Set(operation.parameters.filter((one) => one.in === "query").map((one) => one.name));
			return [
				...Object.keys(incoming.query).filter((name) => !known.has(name)).map((name) => `query ${name} is not in the description`),
				...operation.parameters.flatMap((one, index) => {
					const value = one.in === "path" ? incoming.path[one.name] : incoming.query[one.name];
					if (value === void 0) return one.required ? [`${one.in} ${one.name} is missing`] : [];
					return check(`/operations/${at}/parameters/${index}/schema`, numberIfOne(value, one.name), `${one.in} ${one.name}`);
				}),
				...operation.body === void 0 ? incoming.body === void 0 ? [] : ["a body is not in the description"] : check(`/operations/${at}/body`, incoming.body, "body")
			];
		},
		faultsOfAnswer(method, template, status, body) {
			const at = find(method, template);
			const responses = operations[at]?.responses ?? {};
			if (!(String(status) in responses)) return anywhere.has(status) ? check("/schemas/basic-error", body, "answer") : [`status ${status} is not in the description`];
			if (responses[String(status)] === null) return body === void 0 ? [] : [`a body with status ${status}`];
			return check(`/operations/${at}/responses/${status}`, body, "answer");
		}
	};
}
const formats = {
	"date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
	uri: (text) => URL.canParse(text),
	int64: true,
	"repo.nwo": /^[\w.-]+\/[\w.-]+$/
};
const numbers = /* @__PURE__ */ new Set([
	"per_page",
	"page",
	"pull_number",
	"issue_number",
	"comment_id",
	"run_id",
	"artifact_id"
]);
function numberIfOne(value, name) {
	return numbers.has(name) && /^\d+$/.test(value) ? Number(value) : value;
}

export { readDescription };