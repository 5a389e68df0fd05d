// src/core/money/prices.ts
function costOfAnswer(request, answer, costOf) {
	return answer.billedUsd ?? costOf(answer.servedBy, request.model, answer.usage);
}

export { costOfAnswer as t };