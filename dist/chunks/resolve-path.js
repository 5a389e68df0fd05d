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

export { resolvePath as t };