// src/wire/flush-output.ts
async function flushOutput() {
	for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => {
		stream.write("", () => resolve());
	});
}

export { flushOutput as t };