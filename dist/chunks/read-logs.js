import { t as ProblemError } from "./problem.js";
import { s as LogFileReader } from "./logs.js";

// src/app/logs/read-logs.ts
async function readLogs(files, fields, take) {
	const tallies = [];
	for (const file of files) {
		const reader = new LogFileReader(file.name, fields);
		const takeAll = (calls) => {
			for (const call of calls) try {
				take(call);
			} catch (fault) {
				if (fault instanceof ProblemError) throw fault;
				reader.spoil(call, fault);
			}
		};
		for await (const text of file.text()) takeAll(reader.push(text));
		takeAll(reader.end());
		tallies.push(reader.tally);
	}
	return tallies;
}

export { readLogs as t };