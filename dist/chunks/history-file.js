import { t as ProblemError } from "./problem.js";
import { open, readFile, rename, rm } from "node:fs/promises";

// src/store/history-file.ts
function openHistoryFile(path, shown) {
	const failed = (what, fault) => new ProblemError({
		reason: "files",
		what: `the history \`${shown}\` could not be ${what}: ${fault instanceof Error ? fault.message : String(fault)}`,
		fix: "Name a file that can be written in a folder that is there."
	});
	return {
		async read() {
			try {
				return await readFile(path, "utf8");
			} catch (fault) {
				if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return "";
				throw failed("read", fault);
			}
		},
		async replace(lines) {
			const next = `${path}.${process.pid}.next`;
			try {
				const file = await open(next, "w");
				try {
					await file.writeFile(lines);
					await file.sync();
				} finally {
					await file.close();
				}
				await rename(next, path);
			} catch (fault) {
				await rm(next, { force: true });
				throw failed("written", fault);
			}
		},
		async append(lines) {
			try {
				const file = await open(path, "a+");
				try {
					const { size } = await file.stat();
					const last = Buffer.alloc(1);
					if (size > 0) await file.read(last, 0, 1, size - 1);
					await file.appendFile(size > 0 && last[0] !== 10 ? `\n${lines}` : lines);
					await file.sync();
				} finally {
					await file.close();
				}
			} catch (fault) {
				throw failed("written", fault);
			}
		}
	};
}

export { openHistoryFile as t };