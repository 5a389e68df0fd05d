import "./rolldown-runtime.js";
import { a as literal, c as logFormats, d as jsonOf, f as timeOf, i as RecordKeys, l as readMessages, n as sumCallsSql, o as quoted, p as brokenRecord, r as logMacros, t as sqlOfFormats, u as readOutput } from "./logs.js";
import { o as latencyBin, r as longRequest, t as evenPrice } from "./price-calls.js";
import { t as ProblemError } from "./problem.js";
import { c as findRefusal, l as refusalHint } from "./scorers.js";
import { a as loggedService, i as declinedEndings, r as cutEndings, t as billedModel } from "./count-call.js";
import { t as isObject } from "./is-object.js";
import { E as string, O as union, b as number$1, d as boolean, i as _enum, l as array, x as object } from "./zod.js";
import { t as costByPrice } from "./prices.js";

// src/app/monitor/recognise-tables.ts
const looked = 100;
async function recogniseTables(tables, database, fields) {
	const known = /* @__PURE__ */ new Map();
	const problems = [];
	for (const table of tables) {
		const from = table.isParquet ? `read_parquet([${literal(table.pattern)}])` : `read_json_objects([${literal(table.pattern)}], ${ofLines})`;
		const value = table.isParquet ? "to_json(t)" : "json";
		const records = [];
		for await (const rows of database.rows(`SELECT CAST(${value} AS VARCHAR) AS record FROM ${from} t LIMIT ${looked}`)) records.push(...rows.map(({ record = null }) => typeof record === "string" ? jsonOf(record) : void 0));
		if (records.length === 0) continue;
		const found = records.flatMap((record) => {
			const format = isObject(record) ? logFormats.find(({ recognises }) => recognises(record, fields)) : void 0;
			return format === void 0 || !isObject(record) ? [] : [{
				format,
				columns: Object.keys(record)
			}];
		})[0];
		if (found !== void 0 && sqlOfFormats.has(found.format.name)) known.set(table.name, {
			...table,
			...found
		});
		else problems.push(notRead(table, found?.format));
	}
	const [first, ...others] = problems;
	if (first !== void 0) throw new ProblemError(first, ...others);
	return known;
}
function notRead({ name }, format) {
	const titles = logFormats.filter((one) => sqlOfFormats.has(one.name)).map(({ title }) => title);
	return {
		reason: "files",
		what: format === void 0 ? `None of its first ${looked} lines is a record that \`--engine duckdb\` knows.` : `\`--engine duckdb\` does not read ${format.title}.`,
		at: { file: name },
		fix: `Read it by \`--engine node\`, or name the fields of your own records under \`logs\` in the config. DuckDB reads JSON Lines and Parquet of: ${titles.join("; ")}.`
	};
}
const ofLines = "format = 'newline_delimited', ignore_errors = true, hive_partitioning = false";
async function tablesWithOddLines({ tables, rows }) {
	const looked = tables.filter(({ text }) => text !== void 0);
	if (looked.length === 0) return [];
	const odd = /* @__PURE__ */ new Set();
	const files = looked.map(({ pattern }) => literal(pattern)).join(", ");
	for await (const some of rows(`SELECT DISTINCT file FROM read_json_objects([${files}], ${ofLines}, filename = 'file')
    WHERE json IS NULL OR ltrim(CAST(json AS VARCHAR))[1] <> '{'`)) for (const { file } of some) odd.add(file);
	return looked.filter(({ path }) => odd.has(path));
}

// src/app/monitor/summed-row.ts
const beyond = _enum([
	"Infinity",
	"-Infinity",
	"NaN"
]).transform(() => Number.POSITIVE_INFINITY);
const number = union([number$1(), beyond]).nullable();
const name = string().nullable();
const summed = object({
	count: number$1(),
	total: number,
	squares: number
});
const callRow = object({
	kind: number$1(),
	file: name,
	segment: name,
	asked: name,
	served: name,
	prompt: name,
	failed: boolean().nullable(),
	is_long: boolean().nullable(),
	counted: number,
	long_in: number,
	long_out: number,
	long_cached: number,
	calls: number$1(),
	latest: number,
	refusals: number$1(),
	truncated: number$1(),
	t_in: summed,
	t_out: summed,
	t_cached: summed,
	t_reasoning: summed,
	reply_length: summed,
	usd: summed,
	n_sent: number$1(),
	s_sent: number,
	s_sent_tokens: number,
	s_c: number,
	s_i: number,
	s_o: number,
	s_cc: number,
	s_ii: number,
	s_oo: number,
	s_ic: number,
	s_io: number,
	s_co: number,
	least: number,
	most: number,
	zeros: number$1(),
	bins: array(number$1()).nullable(),
	in_bins: array(number$1()).nullable()
});
function unevenModel(row, costOf) {
	if (row.kind !== 0) return void 0;
	const model = modelOf(row, costOf);
	if (row.counted === -1 || row.is_long === true || model === void 0) return void 0;
	return evenPrice(costOf, model) === "uneven" ? model : void 0;
}
function isPricedAgain(row, uneven, costOf) {
	if (row.kind !== 0 || row.is_long !== true || (row.long_in ?? 0) > longRequest) return false;
	return uneven.has(modelOf(row, costOf) ?? "");
}
function sumOfRow(row, costOf) {
	const { calls, refusals, truncated, least, most, zeros, served, failed } = row;
	const { priced, usd } = priceRow(row, costOf);
	return {
		calls,
		priced,
		usd,
		latency: least === null || most === null ? void 0 : {
			min: least,
			max: most,
			zeros,
			bins: (row.bins ?? []).map((bin, at) => [bin, row.in_bins?.[at] ?? 0])
		},
		refusals,
		truncated,
		sent: known(row.t_in),
		out: known(row.t_out),
		cached: known(row.t_cached),
		reasoning: known(row.t_reasoning),
		reply: known(row.reply_length),
		measured: {
			count: row.n_sent,
			characters: row.s_sent ?? 0,
			tokens: row.s_sent_tokens ?? 0
		},
		served: failed === true ? void 0 : served ?? void 0,
		errors: failed === true ? calls : 0
	};
}
function known({ count, total, squares }) {
	return {
		count,
		total: total ?? 0,
		squares: squares ?? 0
	};
}
function modelOf({ asked, served }, costOf) {
	return billedModel({
		asked: asked ?? void 0,
		served: served ?? void 0
	}, costOf);
}
const unpriced = {
	priced: "unknown",
	usd: {
		count: 0,
		total: 0,
		squares: 0
	}
};
function priceRow(row, costOf) {
	if (row.counted === -1) return {
		priced: "billed",
		usd: known(row.usd)
	};
	const model = modelOf(row, costOf);
	if (model === void 0) return unpriced;
	if (row.is_long === true) return priceAlike(row, model, costOf);
	const price = evenPrice(costOf, model);
	if (price === "unknown" || price === "uneven") return unpriced;
	const usage = {
		...isCounted(row, 1) && { inputTokens: 1 },
		...isCounted(row, 2) && { outputTokens: 1 }
	};
	if (costByPrice(usage, price) === void 0) return unpriced;
	const [i, c, o] = [
		price.input / 1e6,
		(price.cached - price.input) / 1e6,
		price.output / 1e6
	];
	const of = (sum) => sum ?? 0;
	return {
		priced: "computed",
		usd: {
			count: row.calls,
			total: i * of(row.s_i) + c * of(row.s_c) + o * of(row.s_o),
			squares: i * i * of(row.s_ii) + c * c * of(row.s_cc) + o * o * of(row.s_oo) + 2 * (i * c * of(row.s_ic) + i * o * of(row.s_io) + c * o * of(row.s_co))
		}
	};
}
function isCounted({ counted }, bit) {
	return ((counted ?? 0) & bit) === bit;
}
function priceAlike(row, model, costOf) {
	const usd = costOf(loggedService, model, {
		...row.long_in !== null && { inputTokens: row.long_in },
		...row.long_out !== null && { outputTokens: row.long_out },
		...row.long_cached !== null && { cachedTokens: row.long_cached }
	});
	if (usd === void 0) return unpriced;
	return {
		priced: "computed",
		usd: {
			count: row.calls,
			total: row.calls * usd,
			squares: row.calls * usd * usd
		}
	};
}

// src/app/monitor/sum-in-sql.ts
async function sumInSql(named, { logFields }, { openDatabase, costOf, groups, readSingly }) {
	const database = await openDatabase(named, {
		macros: logMacros,
		functions: oddFunctions
	});
	try {
		const { tables } = database;
		const bytes = await sizeOf(database);
		const odd = new Set(await tablesWithOddLines(database));
		const known = await recogniseTables(tables.filter((table) => !odd.has(table)), database, logFields);
		const counts = new Map(tables.map(({ name }) => [name, {
			records: 0,
			calls: 0,
			broken: 0
		}]));
		const around = {
			fields: logFields,
			costOf,
			measuredOneIn: bytes > manyBytes ? 16 : 1
		};
		const alike = Map.groupBy(known.values(), ({ format, isParquet }) => `${format.name} ${isParquet}`);
		for (const group of alike.values()) await sumTables(database, group, around, (row, file) => {
			const count = counts.get(file ?? group[0]?.name ?? "");
			if (count !== void 0) {
				count.records += row.calls;
				if (row.kind === 0) count.calls += row.calls;
				if (row.kind === 2) count.broken += row.calls;
			}
			if (row.kind !== 0) return;
			const { segment, asked, served, prompt } = row;
			const names = {
				segment: segment ?? void 0,
				model: asked ?? served ?? void 0,
				prompt: prompt ?? void 0
			};
			groups.take(row.latest ?? void 0, names, sumOfRow(row, costOf));
		});
		const singly = new Map((await readSingly([...odd].flatMap(({ name, text }) => text === void 0 ? [] : [{
			name,
			text
		}]))).map((tally) => [tally.file, tally]));
		return {
			bytes,
			tallies: [...counts].map(([file, count]) => singly.get(file) ?? {
				file,
				format: known.get(file)?.format.title,
				...count,
				faults: count.broken === 0 ? [] : [brokenRecord(wordBroken(count.broken), { file })]
			})
		};
	} finally {
		database.close();
	}
}
async function sizeOf({ tables, rows }) {
	const paths = tables.map(({ pattern }) => literal(pattern)).join(", ");
	let bytes = 0;
	for await (const [row] of rows(`SELECT sum(size)::DOUBLE AS bytes FROM read_blob([${paths}])`)) bytes += typeof row?.["bytes"] === "number" ? row["bytes"] : 0;
	return bytes;
}
function wordBroken(broken) {
	return `${broken} of its records cannot be read; \`--engine node\` tells on which lines.`;
}
const manyBytes = 67108864;
async function sumTables(database, tables, { fields, costOf, measuredOneIn }, take) {
	const [first] = tables;
	const sqlOf = sqlOfFormats.get(first?.format.name ?? "");
	if (first === void 0 || sqlOf === void 0) return;
	const keys = new RecordKeys();
	const steps = sqlOf(keys, fields);
	const names = new Map(tables.map(({ path, name }) => [path, name]));
	const sum = async (exact, each) => {
		const sql = sumCallsSql({
			source: sourceOf(first.isParquet, tables, keys),
			steps,
			latencyBin,
			exact,
			measuredOneIn,
			longFrom: longRequest,
			cut: [...cutEndings],
			declined: [...declinedEndings],
			refusalHint: asRe2(refusalHint.source)
		});
		for await (const rows of database.rows(sql)) for (const row of rows) each(callRow.parse(row));
	};
	const taken = (row) => take(row, row.file === null ? void 0 : names.get(row.file) ?? row.file);
	const uneven = /* @__PURE__ */ new Set();
	await sum([], (row) => {
		const model = unevenModel(row, costOf);
		if (model === void 0) taken(row);
		else uneven.add(model);
	});
	if (uneven.size === 0) return;
	await sum([...uneven], (row) => {
		if (isPricedAgain(row, uneven, costOf)) taken(row);
	});
}
function sourceOf(isParquet, tables, { columns }) {
	const paths = tables.map(({ pattern }) => literal(pattern)).join(", ");
	const held = new Set(tables.flatMap((table) => table.columns));
	const file = freeName([...held, ...columns.map(([key]) => key)]);
	if (!isParquet) {
		const written = new Map(columns.map(([key]) => [key.toLowerCase(), key]));
		const other = columns.find(([key]) => written.get(key.toLowerCase()) !== key)?.[0];
		if (other !== void 0) throw new ProblemError(sameLetters(other, written.get(other.toLowerCase()) ?? other));
		const types = columns.map(([key]) => `${quoted(key)}: 'JSON'`);
		return `SELECT ${columns.map(([key, column]) => `${quoted(key)} AS ${column}`).join(", ")}, ${quoted(file)} AS file
      FROM read_json([${paths}], columns = {${types.join(", ")}}, ${ofLines}, filename = ${literal(file)})`;
	}
	return `SELECT ${columns.map(([key, column]) => `${held.has(key) ? `to_json(${quoted(key)})` : "CAST(NULL AS JSON)"} AS ${column}`).join(", ")}, ${quoted(file)} AS file
    FROM read_parquet([${paths}], union_by_name = true, filename = ${literal(file)}, hive_partitioning = false)`;
}
function freeName(names) {
	const taken = new Set(names.map((name) => name.toLowerCase()));
	let name = "log file";
	while (taken.has(name)) name += "_";
	return name;
}
function sameLetters(one, other) {
	return {
		reason: "config",
		what: `Fields \`${one}\` and \`${other}\` differ in nothing but small and capital letters, which DuckDB does not tell apart.`,
		fix: "Read these logs by `--engine node`."
	};
}
function asRe2(source) {
	return source.replaceAll(/\\u([0-9a-f]{4})/gu, "\\x{$1}").replaceAll("\\s", "[\\s\\x0b\\x{a0}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{feff}]").replaceAll("-\\x{faff}]", "-\\x{faff}\\x{10000}-\\x{10ffff}]");
}
const oddFunctions = [
	{
		name: "odd_number",
		returns: "VARCHAR",
		call: (text) => `${Number(text)}`
	},
	{
		name: "odd_date",
		returns: "DOUBLE",
		call: (text) => timeOf(text)
	},
	{
		name: "odd_reply",
		returns: "VARCHAR",
		call: (text) => readOutput(jsonOf(text))?.text
	},
	{
		name: "odd_refusal",
		returns: "BOOLEAN",
		call: (text) => findRefusal(text) !== void 0
	},
	{
		name: "odd_sent",
		returns: "DOUBLE",
		call: (text) => readMessages(jsonOf(text), "user").reduce((sum, { content }) => sum + content.length, 0)
	}
];

export { sumInSql };