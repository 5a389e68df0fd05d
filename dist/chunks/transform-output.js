// src/core/scoring/asking.ts
function asAskings(prefix, questions, answers) {
	return questions.flatMap((question) => {
		const draws = question.kind === "chat" ? question.draw : 1;
		return Array.from({ length: draws }, (_, trial) => ({
			key: `${prefix}${drawId(question.id, trial)}`,
			trial,
			question
		})).filter(({ key }) => !answers.has(key));
	});
}
function drawId(id, trial) {
	return trial === 0 ? id : `${id}#${trial}`;
}
function answersUnder(prefix, answers) {
	return new Map([...answers].filter(([key]) => key.startsWith(prefix)).map(([key, answer]) => [key.slice(prefix.length), answer]));
}

// src/core/scoring/transform-output.ts
function transformOutput({ transforms = [], contextFrom }, reply) {
	let read = reply;
	for (const script of transforms) {
		const made = call(script, read);
		if (made.kind === "result") return made;
		read = {
			...read,
			output: made.value,
			text: asText(made.value)
		};
	}
	if (contextFrom === void 0) return {
		kind: "read",
		read
	};
	const made = call(contextFrom, read);
	if (made.kind === "result") return made;
	const context = (isList(made.value) ? made.value : [made.value]).map(asText);
	return {
		kind: "read",
		read: {
			...read,
			golden: {
				...read.golden,
				context
			}
		}
	};
}
function call(script, read) {
	if (read.sandbox === void 0) return unscored("no script is run here");
	const made = read.sandbox.run(script, [read.output ?? read.text, scriptContext(read)]);
	if (made.kind === "failed") return failed(script.name, made);
	const { value } = made;
	if (value !== void 0 && value !== null) return {
		kind: "made",
		value
	};
	return {
		kind: "result",
		result: fault(`\`${script.name}\` returned nothing`)
	};
}
function failed(name, { cause, why }) {
	if (cause === "time" || cause === "memory") return unscored(`\`${name}\`: ${why}`);
	return {
		kind: "result",
		result: fault(`\`${name}\` threw: ${why}`)
	};
}
function fault(reason) {
	return {
		kind: "scored",
		value: 0,
		passed: false,
		threw: true,
		reason
	};
}
function unscored(why) {
	return {
		kind: "result",
		result: {
			kind: "unscored",
			why
		}
	};
}
function asText(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
function isList(value) {
	return Array.isArray(value);
}
function scriptContext({ golden, messages, answer, costUsd, text, output = text }, config) {
	const { inputTokens = 0, outputTokens = 0 } = answer.usage;
	const [only, ...others] = messages;
	const prompt = only !== void 0 && others.length === 0 ? only.content : JSON.stringify(messages);
	return {
		vars: golden.vars,
		prompt,
		test: {
			vars: golden.vars,
			description: golden.id,
			metadata: {},
			options: {}
		},
		...config !== void 0 && { config },
		metadata: {},
		provider: {
			id: answer.servedModel,
			config: {}
		},
		providerResponse: {
			output,
			finishReason: answer.finishReason,
			latencyMs: answer.latencyMs,
			...costUsd !== void 0 && { cost: costUsd },
			tokenUsage: {
				total: inputTokens + outputTokens,
				prompt: inputTokens,
				completion: outputTokens
			}
		}
	};
}

export { drawId as a, asAskings as i, transformOutput as n, answersUnder as r, scriptContext as t };