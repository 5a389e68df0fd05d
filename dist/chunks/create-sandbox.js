import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";

// src/sandbox/create-sandbox.ts
const START_MS = 6e4;
const LONGEST_CALL_MS = 1e4;
function createSandbox({ longestCallMs = LONGEST_CALL_MS } = {}) {
	let thread;
	const end = () => {
		thread?.end();
		thread = void 0;
	};
	return {
		run(script, args) {
			thread ??= startThread();
			if (!thread.started) {
				const first = thread.next(START_MS);
				if (first?.kind !== "ready") {
					end();
					return {
						kind: "failed",
						cause: "error",
						why: `the sandbox could not be started: ${first?.kind === "broken" ? first.why : "it did not start in time"}`
					};
				}
				thread.started = true;
			}
			thread.send({
				script,
				args: JSON.stringify(args)
			});
			const answer = thread.next(longestCallMs);
			if (answer === void 0) {
				end();
				return {
					kind: "failed",
					cause: "time",
					why: "it took too long"
				};
			}
			if (answer.kind === "value" || answer.kind === "failed") return answer;
			end();
			return {
				kind: "failed",
				cause: "error",
				why: "the sandbox stopped"
			};
		},
		close: end
	};
}
function startThread() {
	const { port1: ours, port2: port } = new MessageChannel();
	const answered = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(new URL("./sandbox-worker.js", import.meta.url), {
		workerData: {
			port,
			answered
		},
		transferList: [port],
		resourceLimits: { stackSizeMb: 16 },
		env: {},
		execArgv: [],
		stdout: true,
		stderr: true
	});
	worker.unref();
	ours.unref();
	let taken = 0;
	return {
		started: false,
		send: (request) => ours.postMessage(request),
		next(most) {
			Atomics.wait(answered, 0, taken, most);
			const received = receiveMessageOnPort(ours);
			if (received === void 0) return void 0;
			taken++;
			return received.message;
		},
		end: () => {
			ours.close();
			worker.terminate();
		}
	};
}

export { createSandbox as t };