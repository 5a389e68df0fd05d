import { g as number, h as looseObject, n as _instanceof, x as string } from "./zod.js";

// src/providers/service/failed.ts
const text = string().nullish();
const clientError = looseObject({
	status: number(),
	message: string(),
	headers: _instanceof(Headers).nullish(),
	code: text,
	type: text,
	param: text,
	error: looseObject({ error: looseObject({
		message: string(),
		type: text
	}) }).optional().catch(void 0)
});
function readClientError(error) {
	const read = clientError.safeParse(error);
	if (!read.success) return void 0;
	const { status, message, code, param, headers, error: body } = read.data;
	const type = body?.error.type ?? read.data.type;
	return {
		status,
		message: body?.error.message ?? message.replace(/^\d{3}\s+/u, ""),
		cause: error,
		...typeof code === "string" ? { code } : {},
		...typeof type === "string" ? { type } : {},
		...typeof param === "string" ? { param } : {},
		...headers instanceof Headers ? { headers } : {}
	};
}

export { readClientError as t };