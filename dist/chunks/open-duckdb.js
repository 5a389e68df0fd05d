import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { r as readLogFile, t as findLogs } from "./open-logs.js";
import { resolve } from "node:path";

// src/hosts/logs/open-duckdb.ts
const remote = /^s3:\/\/[^/]+\//u;
const endings = /\.(?:(?:jsonl?|ndjson|csv|tsv|log)(?:\.gz)?|parquet)$/iu;
async function openDuckDb(named, { folder, kept, macros, functions }) {
	if (named.includes("-")) throw new ProblemError(noStream);
	const remotes = named.filter((name) => remote.test(name));
	const tables = [...(await findLogs(named.filter((name) => !remote.test(name)), {
		folder,
		endings,
		...kept && { kept }
	})).map((name) => tableOf(name, resolve(folder, name), readLogFile)), ...remotes.map((name) => tableOf(name, name))];
	const duckdb = await loadDuckDb();
	const instance = await duckdb.DuckDBInstance.create(":memory:", {
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false"
	});
	try {
		const connection = await instance.connect();
		if (remotes.length > 0) await loadStore(connection);
		for (const odd of functions) register(duckdb, connection, odd);
		for (const macro of macros) await connection.run(`CREATE TEMP MACRO ${macro}`);
		await connection.run("SET TimeZone = 'UTC'");
		const paths = tables.flatMap(({ path, pattern }) => remote.test(path) ? [] : [.../* @__PURE__ */ new Set([path, pattern])]);
		await connection.run(`SET allowed_paths = [${paths.map(text).join(", ")}]`);
		await connection.run(`SET allowed_directories = [${remotes.map((name) => text(placeOf(name))).join(", ")}]`);
		await connection.run("SET enable_external_access = false");
		await connection.run("SET lock_configuration = true");
		return {
			tables,
			rows: (sql) => rowsOf(connection, sql),
			close: () => close(connection, instance)
		};
	} catch (fault) {
		instance.closeSync();
		throw fault;
	}
}
function tableOf(name, path, read) {
	const isParquet = /\.parquet$/iu.test(name);
	if (read === void 0) return {
		name,
		path,
		pattern: path,
		isParquet
	};
	return {
		name,
		path,
		pattern: path.replaceAll(/[*?[]/gu, "[$&]"),
		isParquet,
		...isParquet ? {} : { text: () => read(path, name) }
	};
}
async function loadDuckDb() {
	try {
		const duckdb = await import("@duckdb/node-api");
		if (!("DuckDBScalarFunction" in duckdb)) throw new ProblemError(tooOld);
		return duckdb;
	} catch (fault) {
		if (fault instanceof ProblemError) throw fault;
		const code = fault instanceof Error && "code" in fault ? fault.code : void 0;
		if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") throw new ProblemError(notInstalled);
		throw new ProblemError({
			...notInstalled,
			what: `DuckDB cannot be loaded: ${wordFault(fault)}`
		});
	}
}
async function loadStore(connection) {
	try {
		await connection.run("LOAD httpfs").catch(async () => {
			await connection.run("INSTALL httpfs");
			await connection.run("LOAD httpfs");
		});
	} catch (fault) {
		throw new ProblemError({
			reason: "files",
			what: `DuckDB cannot read object stores here: ${wordFault(fault)}`,
			fix: "Let it fetch its extension `httpfs`, or copy the logs to this machine."
		});
	}
}
function placeOf(name) {
	const fixed = name.replace(/[*?[].*$/su, "");
	return fixed.slice(0, fixed.lastIndexOf("/") + 1);
}
function register({ DuckDBScalarFunction, VARCHAR, DOUBLE, BOOLEAN }, connection, odd) {
	connection.registerScalarFunction(DuckDBScalarFunction.create({
		name: odd.name,
		parameterTypes: [VARCHAR],
		returnType: {
			VARCHAR,
			DOUBLE,
			BOOLEAN
		}[odd.returns],
		mainFunction: (_, input, output) => {
			const texts = input.getColumnVector(0);
			for (let row = 0; row < input.rowCount; row += 1) {
				const given = texts.getItem(row);
				output.setItem(row, typeof given === "string" ? odd.call(given) ?? null : null);
			}
			output.flush();
		}
	}));
}
async function* rowsOf(connection, sql) {
	try {
		const result = await connection.stream(sql);
		for await (const rows of result.yieldRowObjectJson()) yield rows;
	} catch (fault) {
		throw new ProblemError({
			reason: "files",
			what: `DuckDB cannot read the logs: ${wordFault(fault)}`,
			fix: "Mend or leave out what it names, or read the logs by `--engine node`."
		});
	}
}
function close(connection, instance) {
	connection.closeSync();
	instance.closeSync();
}
function wordFault(fault) {
	const [line = ""] = (fault instanceof Error ? fault.message : String(fault)).split("\n");
	return `${line.slice(0, 500).replace(/\.$/u, "")}.`;
}
function text(value) {
	return `'${value.replaceAll("'", "''")}'`;
}
const noStream = {
	reason: "files",
	what: "`--engine duckdb` does not read standard input.",
	fix: "Name files, folders or globs, or read it by `--engine node`."
};
const notInstalled = {
	reason: "files",
	what: "`--engine duckdb` needs DuckDB, which is not installed: Promptgate does not bring its 80 MB.",
	fix: "Install it beside Promptgate: `npm install @duckdb/node-api`. Or leave `--engine` out."
};
const tooOld = {
	reason: "files",
	what: "The DuckDB that is installed is too old for `--engine duckdb`.",
	fix: "Take a newer one: `npm install @duckdb/node-api@latest`."
};

export { openDuckDb };