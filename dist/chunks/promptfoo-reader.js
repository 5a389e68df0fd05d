import { a as showProblem } from "./problem.js";
import { a as matchPrompts, r as matchAgents } from "./prompt-globs.js";
import { n as isNamedSystem } from "./settle-role.js";
import { t as canonicalJson } from "./json.js";
import { g as holdsCasesOfKey, m as couldHoldCases, n as changedPaths, p as casesPaths } from "./may-concern.js";
import { a as agreeIn, i as readSuite, o as readConfig, r as selectCases, u as mayBeConfigPath } from "./cases.js";

// src/core/detect/find-predecessor.ts
const alike = .5;
function pairByContent(removed, added) {
	const pieces = new Map([...removed, ...added].map(({ path, text }) => [path, piecesOf(text)]));
	const found = removed.flatMap((old) => added.flatMap((next) => {
		const share = sharedBy(pieces.get(old.path), pieces.get(next.path));
		return share < alike ? [] : [{
			old: old.path,
			next: next.path,
			share
		}];
	}));
	const pairs = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	for (const { old, next } of found.toSorted((one, other) => other.share - one.share)) {
		if (taken.has(old) || pairs.has(next)) continue;
		taken.add(old);
		pairs.set(next, old);
	}
	return pairs;
}
function piecesOf(text) {
	const words = text.split(/\s+/u).filter((word) => word !== "");
	const counts = /* @__PURE__ */ new Map();
	for (let at = 0; at < words.length; at += 1) {
		const piece = `${words[at]} ${words[at + 1] ?? ""}`;
		counts.set(piece, (counts.get(piece) ?? 0) + 1);
	}
	return counts;
}
function sharedBy(one = /* @__PURE__ */ new Map(), other = /* @__PURE__ */ new Map()) {
	const [size, otherSize] = [one, other].map((pieces) => [...pieces.values()].reduce((sum, count) => sum + count, 0));
	const longer = Math.max(size ?? 0, otherSize ?? 0);
	if (longer === 0) return 0;
	let shared = 0;
	for (const [piece, count] of one) shared += Math.min(count, other.get(piece) ?? 0);
	return shared / longer;
}
const version = /(?<=^|\/|[._-])v?(\d+(?:\.\d+)*)(?=$|\/|\.[a-z]|[_-])/giu;
function findPredecessor(path, paths) {
	const own = versionsIn(path);
	if (own.length === 0) return void 0;
	let nearest;
	for (const other of paths) for (const { start, numbers, shape } of versionsIn(other)) {
		const mine = own.find((one) => one.start === start && one.shape === shape);
		if (mine === void 0 || compare(numbers, mine.numbers) >= 0) continue;
		if (nearest === void 0 || compare(numbers, nearest.numbers) > 0) nearest = {
			path: other,
			numbers
		};
	}
	return nearest?.path;
}
function versionsIn(path) {
	return Array.from(path.matchAll(version), (match) => ({
		start: match.index,
		numbers: (match[1] ?? "").split(".").map(Number),
		shape: `${path.slice(0, match.index)}*${path.slice(match.index + match[0].length)}`
	}));
}
function compare(one, other) {
	const length = Math.max(one.length, other.length);
	for (let at = 0; at < length; at += 1) {
		const difference = (one[at] ?? 0) - (other[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

// src/core/detect/prompt-sources.ts
function findSources(paths, { promptGlobs, assembled, agentGlobs }, configured = []) {
	const named = assembled.flatMap(({ name, messages }) => messages.some(({ file }) => paths.has(file)) ? [{
		path: nameBeside(messages[0].file, name),
		parts: messages
	}] : []);
	const used = new Set(named.flatMap(({ parts }) => parts.map(({ file }) => file)));
	const isPrompt = matchPrompts(promptGlobs);
	const isInstruction = matchAgents(agentGlobs);
	const all = [...paths.all].filter((path) => !used.has(path));
	const instructions = all.filter(isInstruction).map((path) => ({
		path,
		parts: [{ file: path }],
		agents: true
	}));
	const single = all.filter((path) => isPrompt(path) && !isInstruction(path));
	const withTurn = new Map(single.flatMap((path) => {
		const turn = turnBeside(path);
		return turn !== void 0 && paths.has(turn) && !used.has(turn) && !isInstruction(turn) ? [[path, turn]] : [];
	}));
	const turns = new Set(withTurn.values());
	const files = single.filter((path) => !turns.has(path)).map((path) => {
		const turn = withTurn.get(path);
		if (turn === void 0) return {
			path,
			parts: [{ file: path }]
		};
		return {
			path,
			parts: [{
				file: path,
				role: "system"
			}, {
				file: turn,
				role: "user"
			}]
		};
	});
	const texts = Map.groupBy(configured, ({ path }) => path);
	const plain = files.filter(({ path }) => !texts.has(path));
	const configs = [...texts].filter(([path]) => paths.has(path) && !used.has(path)).map(([path, prompts]) => {
		const held = prompts.flatMap((prompt) => prompt.held ?? []);
		return {
			path,
			parts: [{ file: path }],
			promptfoo: true,
			...held.length > 0 && { held }
		};
	});
	return [
		...plain,
		...configs,
		...named,
		...instructions
	];
}
function turnBeside(path) {
	const slash = path.lastIndexOf("/") + 1;
	const name = path.slice(slash);
	if (!/\.(?:txt|md|j2|jinja2?)$/iu.test(name) || !isNamedSystem(name)) return void 0;
	const turn = name.replace(/system/iu, "user");
	return turn === name ? void 0 : path.slice(0, slash) + turn;
}
function nameBeside(file, name) {
	return file.slice(0, file.lastIndexOf("/") + 1) + name;
}

// src/core/detect/find-candidates.ts
function findCandidates({ changed, head, base, settings, configured, suffixesOf }) {
	const paths = new Set(changedPaths(changed));
	const cameFrom = new Map(changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [] : [[path, previousPath]]));
	const sourcesOf = (tree, named) => new Map(findSources({
		has: (path) => tree.has(path),
		all: tree.keys()
	}, settings, named).map((one) => [one.path, one]));
	const [atHead, atBase] = [sourcesOf(head, configured.head), sourcesOf(base, configured.base)];
	const caseFiles = [...paths].filter((path) => couldHoldCases(settings.casesPattern, path));
	const casesTouched = (path) => {
		const suffixes = caseFiles.length === 0 ? [] : suffixesOf(path);
		return {
			casesChanged: suffixes.some((suffix) => casesPaths(settings.casesPattern, path, suffix).some((one) => paths.has(one))),
			keyedCasesChanged: suffixes.some((suffix) => caseFiles.some((one) => holdsCasesOfKey(settings.casesPattern, path, suffix, one)))
		};
	};
	const isTouched = ({ old, next, casesChanged, keyedCasesChanged }) => casesChanged || keyedCasesChanged || [...old?.parts ?? [], ...next?.parts ?? []].some(({ file }) => paths.has(file));
	const heads = [...atHead.values()].map((next) => {
		const moved = cameFrom.get(next.parts[0].file);
		const renamed = moved === void 0 ? void 0 : atBase.get(moved) ?? {
			path: moved,
			parts: [{ file: moved }]
		};
		const old = renamed ?? atBase.get(next.path);
		const found = {
			path: next.path,
			...renamed !== void 0 && renamed.path !== next.path && { previousPath: renamed.path },
			...old !== void 0 && { old },
			next,
			...casesTouched(next.path)
		};
		return old === void 0 && isTouched(found) ? withPredecessor(found, atBase) : found;
	});
	const known = new Set(heads.flatMap(({ old, succeeds }) => old === void 0 || succeeds === true ? [] : [old.path]));
	const gone = [...atBase.values()].filter((old) => !atHead.has(old.path) && !known.has(old.path));
	const movedTo = new Map([...cameFrom].map(([path, previousPath]) => [previousPath, path]));
	const { taken, left } = takeOver(heads, gone, (file) => movedTo.get(file) ?? file);
	const leaving = left.map((old) => followOut(old, (file) => movedTo.get(file) ?? file, head));
	return {
		touched: [...taken.filter(isTouched), ...leaving],
		others: taken.filter((one) => !isTouched(one))
	};
}
function takeOver(heads, gone, now) {
	const heirs = /* @__PURE__ */ new Map();
	const left = gone.filter((old) => {
		const files = new Set(old.parts.map(({ file }) => now(file)));
		const heir = heads.find((one) => (one.old === void 0 || one.succeeds === true) && !heirs.has(one) && one.next?.parts.some(({ file }) => files.has(file)) === true);
		if (heir !== void 0) heirs.set(heir, old);
		return heir === void 0;
	});
	return {
		taken: heads.map((one) => {
			const old = heirs.get(one);
			if (old === void 0) return one;
			const { succeeds: _, ...rest } = one;
			return {
				...rest,
				previousPath: old.path,
				old
			};
		}),
		left
	};
}
function followOut(old, now, head) {
	const first = now(old.parts[0].file);
	const gone = {
		path: old.path,
		old,
		casesChanged: true,
		keyedCasesChanged: false
	};
	if (!head.has(first) && findLink(head, first) === void 0) return gone;
	const path = old.path === old.parts[0].file ? first : old.path;
	const [part, ...parts] = old.parts;
	const { held: _, ...source } = old;
	const moved = (one) => ({
		...one,
		file: now(one.file)
	});
	return {
		...gone,
		path,
		...path !== old.path && { previousPath: old.path },
		next: {
			...source,
			path,
			parts: [moved(part), ...parts.map(moved)]
		},
		unnamed: true
	};
}
function withPredecessor(candidate, atBase) {
	const path = findPredecessor(candidate.path, atBase.keys());
	const old = path === void 0 ? void 0 : atBase.get(path);
	return old === void 0 ? candidate : {
		...candidate,
		previousPath: old.path,
		old,
		succeeds: true
	};
}
function findLink(tree, path) {
	for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
		const entry = tree.get(path.slice(0, slash));
		if (entry !== void 0 && entry.mode !== "file") return entry;
	}
}

// src/app/reading/revision-files.ts
function filesOf(host, revision, tree) {
	const asked = /* @__PURE__ */ new Map();
	const shown = /* @__PURE__ */ new Map();
	const unasked = (path) => {
		const entry = tree.get(path) ?? findLink(tree, path);
		if (entry === void 0) return { kind: "absent" };
		if (entry.mode === "symlink") return {
			kind: "refused",
			why: "symbolic links are not followed"
		};
		return entry.mode === "submodule" ? {
			kind: "refused",
			why: "it is a submodule"
		} : void 0;
	};
	const ask = async (path) => unasked(path) ?? host.text(revision, path);
	const text = (path) => {
		const before = asked.get(path);
		if (before !== void 0) return before;
		const now = ask(path);
		asked.set(path, now);
		return now;
	};
	const askBytes = async (path) => {
		const refused = unasked(path);
		return refused?.kind === "refused" ? refused : host.bytes(revision, path);
	};
	return {
		has: (path) => tree.has(path),
		paths: () => tree.keys(),
		entry: (path) => tree.get(path),
		texts: async (paths) => {
			const read = await host.texts(revision, paths.filter((path) => unasked(path) === void 0));
			return new Map(paths.map((path) => [path, unasked(path) ?? read.get(path) ?? { kind: "absent" }]));
		},
		text,
		bytes: (path) => {
			const read = shown.get(path) ?? askBytes(path);
			shown.set(path, read);
			return read;
		},
		expect: (paths) => {
			for (const path of paths) text(path).catch(() => void 0);
		}
	};
}
async function openRevisions(host, pull, isTipLikely) {
	let opened;
	const openTip = () => {
		opened ??= host.tree(pull.tip).then((tree) => filesOf(host, pull.tip, tree));
		return opened;
	};
	const behind = isBehind(pull);
	const [head, base, tip] = await Promise.all([
		host.tree(pull.head),
		host.tree(pull.base),
		behind && isTipLikely ? openTip() : void 0
	]);
	return {
		files: {
			old: filesOf(host, pull.base, base),
			next: filesOf(host, pull.head, head),
			...behind && { openTip }
		},
		head,
		base,
		...tip !== void 0 && { tip }
	};
}
function isBehind({ tip, base, head, queued }) {
	return tip.sha !== base.sha && tip.sha !== head.sha && queued !== true;
}

// src/app/reading/promptfoo-reader.ts
const mostRounds = 12;
const mostFiles = 2e3;
function createPromptfooReader(kinds, means = {}) {
	const revisions = /* @__PURE__ */ new WeakMap();
	const revisionOf = (files) => {
		const revision = revisions.get(files) ?? openRevision(files, kinds, means);
		revisions.set(files, revision);
		return revision;
	};
	return {
		read: async (files, path, key) => {
			const revision = revisionOf(files);
			const read = await Promise.all(revision.configs.map((config) => revision.read(config, path, key)));
			return {
				cases: read.flatMap((one) => one.cases),
				problems: read.flatMap((one) => one.problems),
				notes: read.flatMap((one) => one.notes),
				caseFiles: new Set(read.flatMap((one) => [...one.caseFiles])),
				refersTo: new Set(read.flatMap((one) => [...one.refersTo])),
				models: [...new Set(read.flatMap((one) => one.models))],
				params: agreeIn(read.map((one) => one.params)).shared
			};
		},
		prompts: async (files) => {
			const revision = revisionOf(files);
			return (await Promise.all(revision.configs.map(revision.prompts))).flat();
		}
	};
}
const nothing = {
	cases: [],
	problems: [],
	notes: [],
	caseFiles: /* @__PURE__ */ new Set(),
	refersTo: /* @__PURE__ */ new Set(),
	models: [],
	params: {}
};
function openRevision(files, kinds, { sandbox, scorers = /* @__PURE__ */ new Set(), pick = (paths) => paths.filter(mayBeConfigPath) }) {
	const texts = /* @__PURE__ */ new Map();
	const sources = {
		paths: new Set(files.paths()),
		found: /* @__PURE__ */ new Map(),
		text: (path) => texts.get(path),
		parsed: /* @__PURE__ */ new Map()
	};
	const share = sharing();
	const complete = async (read) => {
		for (let round = 1;; round += 1) {
			const reading = {
				sources,
				kinds,
				scorers,
				...sandbox && { sandbox },
				filters: [],
				share,
				problems: [],
				notes: [],
				needs: /* @__PURE__ */ new Set(),
				caseFiles: /* @__PURE__ */ new Set(),
				refersTo: /* @__PURE__ */ new Set()
			};
			const value = read(reading);
			if (reading.needs.size === 0 || round === mostRounds) return {
				...reading,
				value,
				problems: once(reading.problems)
			};
			if (texts.size + reading.needs.size > mostFiles) return {
				...reading,
				value,
				problems: [tooMany(texts.size + reading.needs.size)]
			};
			await Promise.all([...reading.needs].map(async (path) => texts.set(path, await files.text(path))));
		}
	};
	const configs = keep((path) => complete((reading) => readConfig(path, reading)));
	const suites = keep((config) => complete((reading) => readSuite(config, reading)));
	return {
		configs: pick([...sources.paths]).toSorted(),
		prompts: async (path) => (await configs(path)).value?.prompts ?? [],
		read: async (path, prompt, key) => {
			const config = await configs(path);
			if (config.value === void 0) return broken(config.problems, texts.get(path), prompt);
			if (!config.value.prompts.some((named) => named.path === prompt)) return nothing;
			const suite = await suites(config.value);
			const named = config.value.prompts.find(({ path: where, held }) => where === prompt && (held === void 0 || held.key === key));
			return {
				cases: selectCases(suite.value.cases, config.value.prompts, prompt, key),
				problems: [...config.problems, ...suite.problems],
				notes: [...config.notes, ...suite.notes],
				caseFiles: /* @__PURE__ */ new Set([
					path,
					...config.caseFiles,
					...suite.caseFiles
				]),
				refersTo: suite.refersTo,
				models: config.value.models,
				params: named === void 0 ? {} : suite.value.params(named)
			};
		}
	};
}
function broken(problems, file, prompt) {
	const name = prompt.slice(prompt.lastIndexOf("/") + 1);
	if (file?.kind === "text" && file.text.includes(name)) return {
		...nothing,
		problems
	};
	return {
		...nothing,
		notes: problems.flatMap(({ what, at }) => at === void 0 ? [] : [{
			text: `A promptfoo config is passed over: ${what}`,
			at
		}])
	};
}
function keep(make) {
	const kept = /* @__PURE__ */ new Map();
	return (key) => {
		const before = kept.get(key);
		if (before !== void 0) return before;
		const made = make(key);
		kept.set(key, made);
		return made;
	};
}
function sharing() {
	const shared = /* @__PURE__ */ new Map();
	return (value) => {
		if (typeof value !== "object" || value === null) return value;
		const key = canonicalJson(value);
		const first = shared.get(key) ?? value;
		shared.set(key, first);
		return first;
	};
}
function tooMany(count) {
	return {
		reason: "files",
		what: `promptfoo’s configs name ${count} files, more than the ${mostFiles} that are read.`,
		at: { file: "promptfooconfig.yaml" },
		fix: "Narrow their globs."
	};
}
function once(problems) {
	return [...new Map(problems.map((problem) => [showProblem(problem), problem])).values()];
}

export { findSources as a, findCandidates as i, filesOf as n, pairByContent as o, openRevisions as r, createPromptfooReader as t };