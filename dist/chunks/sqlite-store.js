import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { E as string, b as number, l as array, x as object, y as looseObject } from "./zod.js";
import { n as unsealed } from "./row-seal2.js";
import { closeSync, existsSync, fdatasync, mkdirSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

// src/store/commit-queue.ts
var CommitQueue = class {
	#commit;
	#sync;
	#waiting = [];
	#running = false;
	constructor(commit, sync) {
		this.#commit = commit;
		this.#sync = sync;
	}
	add(write) {
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				write,
				resolve,
				reject
			});
			if (this.#running) return;
			this.#running = true;
			setImmediate(() => this.#run());
		});
	}
	flush() {
		const batch = this.#take();
		if (batch.length > 0) this.#sync().then(...settling(batch));
	}
	async #run() {
		while (this.#waiting.length > 0) {
			const batch = this.#take();
			await this.#sync().then(...settling(batch));
		}
		this.#running = false;
	}
	#take() {
		const batch = this.#waiting;
		this.#waiting = [];
		if (batch.length === 0) return [];
		try {
			this.#commit(batch.map(({ write }) => write));
			return batch;
		} catch (error) {
			for (const { reject } of batch) reject(error);
			return [];
		}
	}
};
function settling(batch) {
	return [() => {
		for (const { resolve } of batch) resolve();
	}, (error) => {
		for (const { reject } of batch) reject(error);
	}];
}

// src/store/store-schema.ts
const STORE_VERSION = 3;
const storeTables = `
create table if not exists replies (
  call text primary key, at real not null, used real not null, bytes integer not null, answer text not null, seal text not null
) strict, without rowid;
create index if not exists replies_by_use on replies (used);
create table if not exists shared (call text primary key, answered_by text not null, seal text not null) strict, without rowid;
create table if not exists comparisons (
  key text primary key, fingerprint text not null, at real not null, used real not null, json text not null
) strict, without rowid;
create index if not exists comparisons_by_use on comparisons (used);
create table if not exists history (
  id integer primary key, cell text not null, comparison text not null, request text not null, at real not null,
  scores text not null, seal text not null, unique (cell, comparison, request)
) strict;
create table if not exists versions (
  id integer primary key, line text not null, version text not null, at real not null, figures text not null,
  seal text not null, unique (line, version)
) strict;
create table if not exists tokens (request text primary key, at real not null, tokens integer not null, seal text not null) strict, without rowid;
create table if not exists runs (id integer primary key, at real not null, json text not null) strict;
pragma user_version = ${3};
`;

// src/store/open-database.ts
function openDatabase(path, now) {
	try {
		return openOrSetAside(path, now);
	} catch (error) {
		throw diskProblem(path, error);
	}
}
function openOrSetAside(path, now) {
	if (path === ":memory:") return {
		database: prepare(new DatabaseSync(path)),
		notes: []
	};
	makeFolder(path);
	if (!existsSync(path)) return {
		database: prepare(new DatabaseSync(path)),
		notes: []
	};
	const tried = tryOpen(path);
	if (typeof tried !== "string") return {
		database: tried,
		notes: []
	};
	const aside = setAside(path, now);
	return {
		database: prepare(new DatabaseSync(path)),
		notes: [`The store ${path} ${tried}: it was set aside as ${aside}, and a new one begun.`]
	};
}
function makeFolder(path) {
	try {
		mkdirSync(dirname(path), { recursive: true });
	} catch (fault) {
		const why = fault instanceof Error ? fault.message : String(fault);
		throw new ProblemError({
			reason: "files",
			what: `The store ${path} cannot be made: ${why}.`,
			fix: "Name another file with --store."
		});
	}
}
function tryOpen(path) {
	let database;
	try {
		database = new DatabaseSync(path);
		database.exec("pragma busy_timeout = 10000");
		const version = numberOf$1(database.prepare("pragma user_version").get());
		if (!(numberOf$1(database.prepare("select count(*) as n from sqlite_schema").get()) === 0) && version !== 3) {
			database.close();
			return `is of version ${version}, and this program reads version ${3}`;
		}
		const health = database.prepare("pragma quick_check(1)").get();
		if (health === void 0 || !Object.values(health).includes("ok")) throw new Error("its pages do not fit together");
		return prepare(database);
	} catch (error) {
		if (resultCode(error) !== void 0 && !isDamage(error)) throw error;
		try {
			database?.close();
		} catch {}
		return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
	}
}
function prepare(database) {
	database.exec("pragma busy_timeout = 10000");
	database.exec("pragma journal_mode = wal");
	database.exec("pragma synchronous = normal");
	database.exec("pragma cache_size = -8000");
	database.exec(`begin immediate; ${storeTables} commit;`);
	return database;
}
function setAside(path, now) {
	let aside = `${path}.aside-${now}`;
	for (let again = 1; existsSync(aside); again += 1) aside = `${path}.aside-${now}-${again}`;
	renameSync(path, aside);
	for (const tail of ["-wal", "-shm"]) if (existsSync(path + tail)) renameSync(path + tail, aside + tail);
	return aside;
}
function isDamage(error) {
	const code = resultCode(error);
	return code === 11 || code === 26;
}
function numberOf$1(row) {
	return Number(Object.values(row ?? {})[0] ?? 0);
}
const codes = /* @__PURE__ */ new Set([
	3,
	7,
	8,
	10,
	13,
	14
]);
function diskProblem(path, error) {
	const code = resultCode(error);
	if (code === void 0 || !codes.has(code) || !(error instanceof Error)) return error;
	return new ProblemError({
		reason: "files",
		what: `The store ${path} cannot be written: ${error.message}.`,
		fix: "Make room there, or name another file with --store. What was kept before is still in it."
	});
}
function resultCode(error) {
	if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return void 0;
	return error.errcode & 255;
}
function openLogSync(path) {
	let file;
	return {
		sync: () => new Promise((resolve, reject) => {
			file ??= openSync(`${path}-wal`, "r+");
			fdatasync(file, (error) => error === null ? resolve() : reject(error));
		}),
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}

// src/store/prune-store.ts
const TRIES = 4;
function pruneStore(database, capBytes) {
	let deleted = 0;
	for (let tries = 0; tries < TRIES && sizeOf(database) > capBytes; tries += 1) {
		const gone = deleteOldest(database, heldBytes(database) * (1 - .95 * capBytes / sizeOf(database)));
		if (gone === 0) break;
		deleted += gone;
		database.exec("vacuum");
	}
	deleted += Number(database.prepare(oldCounts).run(mostCounts).changes);
	if (deleted > 0) database.exec("pragma wal_checkpoint(truncate)");
	return deleted;
}
const mostCounts = 2e4;
const oldCounts = "delete from tokens where request not in (select request from tokens order by at desc limit ?)";
function sizeOf(database) {
	return numberOf(database, "pragma page_count") * numberOf(database, "pragma page_size");
}
const rows = `
select 'replies' as held, call as id, used, bytes from replies
union all select 'comparisons', key, used, length(cast(json as blob)) from comparisons
union all select 'history', cast(id as text), at, length(scores) + 250 from history
union all select 'versions', cast(id as text), at, length(figures) + 300 from versions`;
function heldBytes(database) {
	return numberOf(database, `select coalesce(sum(bytes), 0) from (${rows})`);
}
function deleteOldest(database, bytes) {
	const ids = {
		replies: [],
		comparisons: [],
		history: [],
		versions: []
	};
	let freed = 0;
	for (const row of database.prepare(`select * from (${rows}) order by used`).iterate()) {
		if (freed >= bytes) break;
		freed += Number(row["bytes"]);
		const held = row["held"];
		ids[held === "replies" || held === "comparisons" || held === "versions" ? held : "history"].push(String(row["id"]));
	}
	const reply = database.prepare("delete from replies where call = ?");
	const comparison = database.prepare("delete from comparisons where key = ?");
	const history = database.prepare("delete from history where id = ?");
	const version = database.prepare("delete from versions where id = ?");
	database.exec("begin immediate");
	for (const id of ids.replies) reply.run(id);
	for (const id of ids.comparisons) comparison.run(id);
	for (const id of ids.history) history.run(id);
	for (const id of ids.versions) version.run(id);
	database.exec("delete from shared where answered_by not in (select call from replies)");
	database.exec("commit");
	return ids.replies.length + ids.comparisons.length + ids.history.length + ids.versions.length;
}
function numberOf(database, query) {
	return Number(Object.values(database.prepare(query).get() ?? {})[0] ?? 0);
}

// src/store/recent-answers.ts
const mostCharacters = 4e6;
const mostAnswers = 64;
var RecentAnswers = class {
	#held = /* @__PURE__ */ new Map();
	#characters = 0;
	find(call) {
		return this.#held.get(call);
	}
	add(call, kept) {
		this.#remove(call);
		this.#held.set(call, kept);
		this.#characters += kept.size;
		for (const oldest of this.#held.keys()) {
			if (this.#characters <= mostCharacters && this.#held.size <= mostAnswers) break;
			this.#remove(oldest);
		}
	}
	clear() {
		this.#held.clear();
		this.#characters = 0;
	}
	#remove(call) {
		this.#characters -= this.#held.get(call)?.size ?? 0;
		this.#held.delete(call);
	}
};
const count = number().optional();
const answerSchema = looseObject({
	text: string(),
	toolCalls: array(object({
		name: string(),
		arguments: string(),
		id: string().optional()
	})),
	finishReason: string(),
	usage: looseObject({
		inputTokens: count,
		outputTokens: count,
		cachedTokens: count,
		reasoningTokens: count
	}),
	servedModel: string(),
	servedBy: string(),
	latencyMs: number(),
	firstTokenMs: number().optional(),
	at: number(),
	vectors: array(array(number())).optional()
});
function readKeptAnswer(written) {
	try {
		const answer = JSON.parse(written);
		return answerSchema.safeParse(answer).success ? answer : void 0;
	} catch {
		return;
	}
}

// src/store/score-history.ts
const mostRequests = 24;
const scoresOf = array(number().min(0).max(1));
function openScoreHistory(database, add, seal) {
	const find = database.prepare("select comparison, request, scores, seal from history where cell = ? and comparison <> ? order by id");
	const keep = database.prepare("insert or replace into history (cell, comparison, request, at, scores, seal) values (?, ?, ?, ?, ?, ?)");
	const forget = database.prepare("delete from history where cell = ?1 and id not in (select id from history where cell = ?1 order by id desc limit ?2)");
	return {
		scores: (cell, without) => {
			const kept = find.all(cell, without).flatMap((row) => {
				const [comparison, request, scores] = [
					row["comparison"],
					row["request"],
					row["scores"]
				].map(String);
				return seal.isSigned(row["seal"], "history", cell, `${comparison}`, `${request}`, `${scores}`) ? [{
					request,
					scores: read$1(`${scores}`)
				}] : [];
			});
			return [...Map.groupBy(kept, ({ request }) => request).values()].map((held) => held.flatMap(({ scores }) => scores));
		},
		keepScores: (rows, at) => add(() => {
			for (const { cell, comparison, request, scores } of rows) {
				const written = JSON.stringify(scores);
				const signature = seal.sign("history", cell, comparison, request, written);
				keep.run(cell, comparison, request, at, written, signature);
				forget.run(cell, mostRequests);
			}
		})
	};
}
function read$1(written) {
	try {
		return scoresOf.safeParse(JSON.parse(written)).data ?? [];
	} catch {
		return [];
	}
}

// src/store/token-counts.ts
function openTokenCounts(database, add, seal) {
	const find = database.prepare("select at, tokens, seal from tokens where request = ?");
	const keep = database.prepare("insert or replace into tokens (request, at, tokens, seal) values (?, ?, ?, ?)");
	return {
		tokensOf: (request) => {
			const row = find.get(request);
			if (row === void 0) return void 0;
			const [at, tokens] = [Number(row["at"]), Number(row["tokens"])];
			return seal.isSigned(row["seal"], "tokens", request, `${tokens}`, `${at}`) ? {
				tokens,
				at
			} : void 0;
		},
		keepTokens: (request, tokens, at) => add(() => void keep.run(request, at, tokens, seal.sign("tokens", request, `${tokens}`, `${at}`)))
	};
}

// src/store/version-history.ts
const mostVersions = 50;
const amount = number().min(0).nullable();
const share = number().min(0).max(1).nullable();
const figuresOf = object({
	sha: string(),
	score: share,
	passRate: share,
	usd: amount,
	length: amount
});
function openVersionHistory(database, add, seal) {
	const find = database.prepare("select version, at, figures, seal from versions where line = ? order by at, id");
	const keep = database.prepare("insert or replace into versions (line, version, at, figures, seal) values (?, ?, ?, ?, ?)");
	const forget = database.prepare("delete from versions where line = ?1 and id not in (select id from versions where line = ?1 order by at desc, id desc limit ?2)");
	return {
		versions: (line) => find.all(line).flatMap((row) => {
			const [version, figures, at] = [
				String(row["version"]),
				String(row["figures"]),
				Number(row["at"])
			];
			const held = seal.isSigned(row["seal"], "version", line, version, `${at}`, figures) ? read(figures) : void 0;
			return held === void 0 ? [] : [{
				version,
				at,
				...held
			}];
		}),
		keepVersions: (rows) => add(() => {
			for (const { line, version, at, ...figures } of rows) {
				const written = JSON.stringify(figures);
				keep.run(line, version, at, written, seal.sign("version", line, version, `${at}`, written));
				forget.run(line, mostVersions);
			}
		})
	};
}
function read(written) {
	try {
		return figuresOf.safeParse(JSON.parse(written)).data;
	} catch {
		return;
	}
}

// src/store/sqlite-store.ts
const SOON_MS = 1e3;
function openSqliteStore(path, clock, seal = unsealed) {
	const { database, notes } = openDatabase(path, clock.now());
	const answering = "coalesce((select answered_by from shared where call = ?1), ?1)";
	const find = database.prepare(`select call, answer, seal, (select seal from shared where call = ?1) as shared from replies where call = ${answering}`);
	const touch = database.prepare(`update replies set used = ?2 where call = ${answering}`);
	const share = database.prepare("insert or replace into shared (call, answered_by, seal) values (?, ?, ?)");
	const keep = database.prepare("insert into replies (call, at, used, bytes, answer, seal) values (?, ?, ?, ?, ?, ?) on conflict (call) do update set at = excluded.at, used = excluded.used, bytes = excluded.bytes, answer = excluded.answer, seal = excluded.seal");
	const unshare = database.prepare("delete from shared where call = ?");
	const findComparison = database.prepare("select key, fingerprint, at, json from comparisons where key = ?");
	const touchComparison = database.prepare("update comparisons set used = ? where key = ?");
	const keepComparison = database.prepare("insert or replace into comparisons (key, fingerprint, at, used, json) values (?, ?, ?, ?, ?)");
	const log = path === ":memory:" ? void 0 : openLogSync(path);
	const queue = new CommitQueue((writes) => {
		try {
			transact(database, writes);
		} catch (error) {
			throw diskProblem(path, error);
		}
	}, () => log?.sync() ?? Promise.resolve());
	const used = /* @__PURE__ */ new Set();
	const writeUses = () => {
		const now = clock.now();
		for (const call of used) touch.run(call, now);
		used.clear();
	};
	const settle = () => {
		queue.flush();
		transact(database, [writeUses]);
	};
	const recent = new RecentAnswers();
	const findAnswer = (call) => {
		const held = recent.find(call);
		if (held !== void 0) {
			if (clock.now() - held.since > SOON_MS) used.add(call);
			return held.answer;
		}
		const row = find.get(call);
		if (row === void 0) return void 0;
		const [by, written] = [String(row["call"]), String(row["answer"])];
		const answer = seal.isSigned(row["seal"], "reply", by, written) && (by === call || seal.isSigned(row["shared"], "share", call, by)) ? readKeptAnswer(written) : void 0;
		if (answer !== void 0) used.add(call);
		return answer;
	};
	return {
		notes,
		...openScoreHistory(database, (write) => queue.add(write), seal),
		...openVersionHistory(database, (write) => queue.add(write), seal),
		...openTokenCounts(database, (write) => queue.add(write), seal),
		find: findAnswer,
		text: (call) => findAnswer(call)?.text,
		keep: (call, answer) => {
			const written = JSON.stringify(answer);
			const signature = seal.sign("reply", call.id, written);
			const now = clock.now();
			return queue.add(() => {
				keep.run(call.id, answer.at, now, Buffer.byteLength(written), written, signature);
				unshare.run(call.id);
				if (used.size > 0) writeUses();
			}).then(() => recent.add(call.id, {
				answer,
				since: now,
				size: written.length
			}));
		},
		share: (call, other) => queue.add(() => share.run(other.id, call.id, seal.sign("share", other.id, call.id))),
		findComparison: (key) => {
			const row = findComparison.get(key);
			if (row === void 0) return void 0;
			touchComparison.run(clock.now(), key);
			return {
				key,
				fingerprint: String(row["fingerprint"]),
				json: String(row["json"]),
				at: Number(row["at"])
			};
		},
		keepComparison: ({ key, fingerprint, json, at }) => {
			keepComparison.run(key, fingerprint, at, clock.now(), json);
		},
		keepRun: (at, json) => {
			database.prepare("insert into runs (at, json) values (?, ?)").run(at, json);
		},
		runs: (most) => database.prepare("select at, json from runs order by id desc limit ?").all(most).map((row) => ({
			at: Number(row["at"]),
			json: String(row["json"])
		})),
		prune: (capBytes) => {
			settle();
			recent.clear();
			return pruneStore(database, capBytes);
		},
		checkpoint: () => {
			settle();
			database.exec("pragma wal_checkpoint(truncate)");
		},
		close: () => {
			if (!database.isOpen) return;
			try {
				settle();
				database.exec("pragma wal_checkpoint(truncate)");
			} catch (error) {
				if (!(diskProblem(path, error) instanceof ProblemError)) throw error;
			}
			log?.close();
			database.close();
		}
	};
}
function transact(database, writes) {
	database.exec("begin immediate");
	try {
		for (const write of writes) write();
		database.exec("commit");
	} catch (error) {
		if (database.isTransaction) database.exec("rollback");
		throw error;
	}
}

export { openSqliteStore };