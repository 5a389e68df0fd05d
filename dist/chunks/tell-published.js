// src/app/publish/tell-published.ts
function tellUnaccepted(acceptance, { acceptLabel }, { say }) {
	if (acceptance?.kind !== "not-accepted" || acceptance.why === `the label ${acceptLabel} is not set`) return;
	say(`Not accepted: ${acceptance.why}.`);
}
function tellPublished(published, report, setOutput, stage) {
	switch (published.kind) {
		case "written":
			setOutput("comment-url", published.url);
			if (published.left !== void 0) {
				const message = `Another comment of ours, which shows something else, could not be removed: ${wordRefused(published.left)} Or delete it by hand.`;
				stage.annotate({
					level: "warning",
					title: "Promptgate",
					message
				});
			}
			break;
		case "kept":
			if (published.url !== void 0) setOutput("comment-url", published.url);
			break;
		case "superseded":
			stage.say(`The comment was left alone: ${published.why}.`);
			break;
		case "not-written": {
			if (report.verdict === "skipped") break;
			const message = `The comment could not be written: ${wordRefused(published)} The verdict is not affected; the job summary has the table.`;
			stage.annotate({
				level: "warning",
				title: "Promptgate",
				message
			});
		}
	}
}
function wordRefused({ message, permission, fix }) {
	const help = permission === void 0 ? fix : `Grant the job \`permissions: { ${permission} }\`.`;
	return [`${message.replace(/\.$/u, "")}.`, ...help === void 0 ? [] : [help]].join(" ");
}

export { tellUnaccepted as n, wordRefused as r, tellPublished as t };