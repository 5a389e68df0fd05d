import { E as string, i as _enum, x as object } from "./zod.js";
import { n as invalidReasons } from "./problem.js";
import { s as position } from "./quantities.js";

// src/core/report/problem-schema.ts
const problemSchema = object({
	reason: _enum(invalidReasons),
	what: string(),
	at: position.exactOptional(),
	fix: string().exactOptional()
});

export { problemSchema as t };