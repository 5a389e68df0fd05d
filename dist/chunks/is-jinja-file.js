// src/core/paths/resolve-path.ts
function resolvePath(from, written) {
	if (written.trim() === "") return {
		kind: "refused",
		why: "the path is empty"
	};
	if (written.includes("\0")) return {
		kind: "refused",
		why: "the path holds a NUL character"
	};
	if (written.includes("\\")) return {
		kind: "refused",
		why: "the path holds a backslash; write forward slashes"
	};
	if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) return {
		kind: "refused",
		why: "it is a URL or a drive, not a path"
	};
	if (written.startsWith("/")) return {
		kind: "refused",
		why: "the path is absolute; write it relative to this file"
	};
	if (/(?:^|\/)\.{0,2}$/u.test(written)) return {
		kind: "refused",
		why: "the path names a folder"
	};
	const parts = from.split("/").slice(0, -1);
	for (const part of written.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return {
			kind: "refused",
			why: "the path leaves the repository"
		};
	}
	return {
		kind: "path",
		path: parts.join("/")
	};
}

// src/core/cases/cases-paths.ts
const caseFileEndings = [
	".yml",
	".yaml",
	".json",
	".jsonl",
	".csv"
];
function casesPaths(pattern, promptPath, suffix, key) {
	const slash = promptPath.lastIndexOf("/");
	const dir = slash === -1 ? "." : promptPath.slice(0, slash);
	const file = promptPath.slice(slash + 1);
	const stem = suffix !== "" && file.length > suffix.length && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file;
	const name = key === void 0 ? stem : `${stem}.${key.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")}`;
	return kin(pattern.replaceAll(/\{(dir|name)\}/gu, (_, part) => part === "dir" ? dir : name)).flatMap((path) => {
		const resolved = resolvePath("", `./${path}`);
		return resolved.kind === "path" ? [resolved.path] : [];
	});
}
function holdsCasesOfKey(pattern, promptPath, suffix, file) {
	return placesOfKeyedCases(pattern, promptPath, suffix).some((place) => isAt(place, file));
}
function findCasesOfKeys(pattern, promptPath, suffix, sorted) {
	const found = placesOfKeyedCases(pattern, promptPath, suffix).flatMap((place) => {
		const begun = [];
		for (let at = firstFrom(sorted, place.before); sorted[at]?.startsWith(place.before) === true; at += 1) begun.push(sorted[at] ?? "");
		return begun.filter((file) => isAt(place, file));
	});
	return [...new Set(found)];
}
function placesOfKeyedCases(pattern, promptPath, suffix) {
	return casesPaths(pattern, promptPath, suffix, "0").map((path) => {
		const at = path.lastIndexOf(".0");
		return {
			before: path.slice(0, at + 1),
			after: path.slice(at + 2)
		};
	});
}
function isAt({ before, after }, file) {
	return file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after);
}
function firstFrom(sorted, path) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? "") < path) low = middle + 1;
		else high = middle;
	}
	return low;
}
function couldHoldCases(pattern, path) {
	return kin(pattern).some((one) => {
		const source = one.replace(/^(?:\{dir\}\/|\.\/)/u, "{dir}/").split(/(\{dir\}\/|\{dir\}|\{name\})/u).map((part) => {
			if (part === "{dir}/") return "(?:.+/)?";
			if (part === "{dir}") return ".*";
			return part === "{name}" ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
		});
		return new RegExp(`^${source.join("")}$`, "su").test(path);
	});
}
function kin(path) {
	const ending = caseFileEndings.find((one) => path.endsWith(one));
	if (ending === void 0) return [path];
	const stem = path.slice(0, -ending.length);
	return [path, ...caseFileEndings.filter((one) => one !== ending).map((one) => `${stem}${one}`)];
}

// src/core/prompt-file/is-jinja-file.ts
function isJinjaFile(path) {
	return /\.(?:j2|jinja2?)$/iu.test(path);
}

export { holdsCasesOfKey as a, findCasesOfKeys as i, casesPaths as n, resolvePath as o, couldHoldCases as r, isJinjaFile as t };