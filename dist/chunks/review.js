import { n as changedPaths, r as mayConcern, t as areOwnGlobs } from "./may-concern.js";
import { a as matchPrompts, t as defaultPromptGlobs } from "./prompt-globs.js";
import { n as noPromptChanged } from "./report-outcome.js";
import { t as ProblemError } from "./problem.js";
import { t as canonicalJson } from "./json.js";
import { a as readSettings, c as configEntries, i as readConfigSide, l as configPaths, r as defaultSettings, s as rootPlace, t as defaultConfig } from "./read-settings.js";
import { o as settingsFor } from "./override-settings.js";
import { n as emptyReport } from "./empty-report.js";
import { t as changesConfig } from "./read-config-change.js";

// src/core/settings/config-folder.ts
const fileName = "promptgate.yml";
function foldersWithConfigs(paths) {
	return [...paths].flatMap((path) => {
		const folder = folderOfConfig(path);
		return folder === void 0 ? [] : [folder];
	});
}
const ofTools = /(?:^|\/)\./u;
function folderOfConfig(path) {
	return path.endsWith(`/${fileName}`) && !ofTools.test(path) ? path.slice(0, -15) : void 0;
}
function configInFolder(folder) {
	return `${folder}/${fileName}`;
}
function foldersAbove(paths) {
	const found = /* @__PURE__ */ new Set();
	for (const path of paths) for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) if (!ofTools.test(path.slice(0, slash))) found.add(path.slice(0, slash));
	return [...found];
}
function nearestFolder(path, folders) {
	return folders.filter((folder) => path.startsWith(`${folder}/`)).reduce((nearest, folder) => folder.length > nearest.length ? folder : nearest, "");
}
function fromRoot(config, folder, has) {
	const glob = (written) => globIn(folder, written);
	const globs = (written) => written.map(glob);
	const rule = (one) => ({
		...one,
		paths: globs(one.paths)
	});
	const path = (written) => `${folder}/${plain(written)}`;
	const command = (one) => "command" in one && Array.isArray(one.command) ? {
		...one,
		command: one.command.map((word) => typeof word === "string" ? wordIn(folder, word, has) : word)
	} : one;
	const isUsual = canonicalJson(config.prompts) === canonicalJson([...defaultPromptGlobs]);
	return {
		...config,
		prompts: isUsual ? config.prompts : config.prompts.map((one) => typeof one === "string" ? glob(one) : assembled(one, path)),
		agents: globs(config.agents),
		withhold: globs(config.withhold),
		roles: config.roles.map(rule),
		templates: config.templates.map(rule),
		watch: config.watch.map((one) => typeof one === "string" ? glob(one) : {
			...rule(one),
			...one.for === void 0 ? {} : { for: globs(one.for) }
		}),
		cases: /^(?:\.\/)?\{dir\}/u.test(config.cases) ? config.cases : path(config.cases),
		overrides: config.overrides.map(rule),
		scorers: Object.fromEntries(Object.entries(config.scorers).map(([name, one]) => [name, command(one)])),
		providers: Object.fromEntries(Object.entries(config.providers).map(([name, one]) => [name, command(one)]))
	};
}
function assembled(prompt, path) {
	return {
		...prompt,
		name: path(prompt.name),
		messages: prompt.messages.map((message) => ({
			...message,
			...message.file === void 0 ? {} : { file: path(message.file) },
			...message.files === void 0 ? {} : { files: message.files.map(path) }
		}))
	};
}
function globIn(folder, written) {
	const [, not = "", glob = ""] = /^(!?)(.*)$/su.exec(written) ?? [];
	return `${not}${literal(folder)}/${plain(glob)}`;
}
function literal(path) {
	return path.replaceAll(/[\\*?[\](){}!+@|]/gu, String.raw`\$&`);
}
function wordIn(folder, word, has) {
	const [, option = "", named = ""] = /^(-[^=]*=)?(.*)$/su.exec(word) ?? [];
	const inside = `${folder}/${plain(named)}`;
	return plain(named) !== "" && !named.startsWith("/") && has(inside) ? `${option}${inside}` : word;
}
function plain(path) {
	return path.trim().replace(/^(?:\.?\/)+/u, "");
}

// src/app/review/config-groups.ts
const mostAsked = 15;
async function readConfigsAtOnce(host, { pull, changed, inputs }) {
	const above = foldersAbove(changedPaths(changed));
	const isAlone = configPaths(inputs).length === 1 || above.length > mostAsked;
	const read = await host.texts(pull.tip, [...configPaths(inputs), ...isAlone ? [] : above.map(configInFolder)]);
	const texts = async (revision, paths) => {
		const known = paths.flatMap((path) => {
			const text = revision === pull.tip ? read.get(path) : void 0;
			return text === void 0 ? [] : [[path, text]];
		});
		const others = paths.filter((path) => known.every(([one]) => one !== path));
		return new Map([...known, ...others.length === 0 ? [] : await host.texts(revision, others)]);
	};
	return {
		tree: (revision) => host.tree(revision),
		texts
	};
}
async function readConfigGroups(asked) {
	const { host, pull, changed, inputs, settings } = asked;
	const none = {
		root: {
			owns: () => true,
			elsewhere: () => []
		},
		folders: [],
		newcomers: {
			told: [],
			problems: []
		}
	};
	if (configPaths(inputs).length === 1) return none;
	const wanted = await foldersToAsk(asked);
	const texts = wanted.length === 0 ? /* @__PURE__ */ new Map() : await host.texts(pull.tip, wanted.map(configInFolder));
	const folders = wanted.filter((folder) => (texts.get(configInFolder(folder))?.kind ?? "absent") !== "absent");
	const cameFrom = new Map(changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [] : [[path, previousPath]]));
	const owning = (folder) => ({ path, previousPath = cameFrom.get(path), succeeds }) => nearestFolder(succeeds === true ? path : previousPath ?? path, folders) === folder;
	const tree = folders.length === 0 ? void 0 : await host.tree(pull.tip);
	const paths = [...tree?.keys() ?? []];
	const groups = [];
	const read = [];
	for (const folder of folders) {
		const place = {
			paths: [configInFolder(folder)],
			fromRoot: (config) => fromRoot(config, folder, (path) => tree?.has(path) === true || paths.some((one) => one.startsWith(`${path}/`)))
		};
		const side = await readConfigSide(host, pull.tip, inputs, void 0, place);
		if (side === void 0) continue;
		read.push(folder);
		const isPrompt = matchPrompts(side.settings.promptGlobs);
		const moved = [...cameFrom].flatMap(([path, from]) => isPrompt(from) && nearestFolder(from, folders) === folder ? [literal(path)] : []);
		groups.push({
			settings: underRoot({
				...side.settings,
				promptGlobs: [...side.settings.promptGlobs, ...moved]
			}, settings, side.config, inputs),
			notes: notUsed(side.config, defaultConfig(inputs)),
			place,
			owns: owning(folder)
		});
	}
	const gateAt = (folder) => groups.find(({ place }) => place.paths[0] === configInFolder(folder))?.settings ?? settings;
	const elsewhere = (folder) => ({ path, previousPath = path }) => [.../* @__PURE__ */ new Set([previousPath, path])].flatMap((place) => {
		const other = nearestFolder(place, folders);
		if (other === folder) return [];
		const { gate, examChanges } = settingsFor({ path: place }, gateAt(other));
		return [{
			paths: [literal(place)],
			gate,
			examChanges
		}];
	});
	return {
		root: {
			owns: owning(""),
			elsewhere: elsewhere("")
		},
		folders: groups.map((group, at) => ({
			...group,
			elsewhere: elsewhere(read[at] ?? "")
		})),
		newcomers: await readNewcomers(asked, folders)
	};
}
async function foldersToAsk({ host, pull, changed, settings }) {
	const above = foldersAbove(changedPaths(changed));
	if (!mayConcern(changed, settings)) return above;
	const [, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
	const known = foldersWithConfigs(base.keys());
	return pull.tip.sha === pull.base.sha && pull.tip.sha !== "" ? known : [.../* @__PURE__ */ new Set([...known, ...above])];
}
async function readNewcomers({ host, pull, changed, inputs }, folders) {
	const told = [];
	const problems = [];
	for (const { path, status } of changed) {
		const folder = status === "removed" ? void 0 : folderOfConfig(path);
		if (folder === void 0 || folders.includes(folder)) continue;
		try {
			await readConfigSide(host, pull.head, inputs, void 0, {
				paths: [path],
				fromRoot: (config) => config
			});
			told.push(`\`${path}\` is new: once it is merged, it holds for the prompts in \`${folder}/\`. This was reviewed by the config of the base branch.`);
		} catch (fault) {
			if (!(fault instanceof ProblemError)) throw fault;
			problems.push(...fault.problems);
		}
	}
	return {
		told,
		problems
	};
}
const ofTheRun = [
	"fail-on",
	"comment",
	"publish-replies",
	"mask",
	"alerts",
	"drift"
];
function notUsed(config, defaults) {
	const [written, usual] = [configEntries(config), configEntries(defaults)];
	const keys = ofTheRun.filter((key) => JSON.stringify(written.get(key)) !== JSON.stringify(usual.get(key)));
	const named = keys.map((key) => `\`${key}\``).join(", ");
	return keys.length === 0 ? [] : [`Of \`${config.file}\` ${named} ${keys.length === 1 ? "is" : "are"} not used: the root's config says it for the whole run.`];
}
function underRoot(own, root, { budget, limitsCost }, inputs) {
	const { failOn, comment, publishReplies, mask, alertTargets } = root;
	const usd = inputs["max-cost"] !== void 0 && !limitsCost ? root.maxCostUsd : budget.usd;
	return {
		...own,
		failOn,
		comment,
		publishReplies,
		mask,
		alertTargets,
		maxCalls: Math.min(budget.calls, root.maxCalls),
		maxCostUsd: Math.min(usd, root.maxCostUsd),
		limitsCost: own.limitsCost || root.limitsCost
	};
}

// src/app/review/review.ts
async function review(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const pull = await ports.host.pullRequest();
	const nothing = (why, settings, compared) => ({
		report: {
			...emptyReport(ports, settings, startedAt, compared),
			verdict: "skipped",
			skipped: why
		},
		settings,
		...compared === void 0 ? {} : { pull: compared }
	});
	if ("nothing" in pull) return nothing(pull.nothing, defaultSettings(request.inputs));
	const { inputs } = request;
	const changed = await ports.host.changedFiles(pull);
	const reader = await readConfigsAtOnce(ports.host, {
		pull,
		changed,
		inputs
	});
	const [{ settings, notes: noted }, handed] = await Promise.all([readSettings(reader, pull, inputs), ports.handedOver?.(pull)]);
	const notes = [...noted, ...handed?.notes ?? []];
	const noPrompt = async (passedOver, untold = []) => {
		const why = await namesNothing(ports.host, pull.head, settings.promptGlobs) ? "the globs of `prompts` name no file of the repository" : noPromptChanged;
		const skipped = nothing(passedOver === void 0 ? why : `${why}; ${passedOver}`, settings, pull);
		return {
			...skipped,
			report: {
				...skipped.report,
				notes: [...skipped.report.notes, ...untold]
			}
		};
	};
	const groups = await readConfigGroups({
		host: reader,
		pull,
		changed,
		inputs,
		settings
	});
	const place = rootPlace(inputs);
	const isConcerned = [{
		settings,
		place
	}, ...groups.folders].some((one) => mayConcern(changed, one.settings) || changesConfig(changed, one.place));
	const { told, problems } = groups.newcomers;
	if (!isConcerned && told.length + problems.length === 0) return noPrompt();
	ports.begin();
	const { reviewChanges } = await import("./review-changes2.js");
	const given = {
		request,
		ports,
		pull,
		changed,
		settings,
		notes,
		startedAt,
		inputs,
		place,
		newcomers: groups.newcomers,
		...handed === void 0 ? {} : { fresh: handed.fresh }
	};
	const result = groups.folders.length === 0 ? await reviewChanges(given) : await (await import("./review-by-folder.js")).reviewByFolder(given, groups);
	return "report" in result ? result : noPrompt(result.passedOver, result.notes);
}
async function namesNothing(host, head, globs) {
	if (!areOwnGlobs(globs)) return false;
	return ![...(await host.tree(head)).keys()].some(matchPrompts(globs));
}

export { review as t };