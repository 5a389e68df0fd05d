// src/core/publish/key-forms.ts
const keyStarts = [
	["(?:sk|pk|rk)[-_]", 16],
	["gsk_", 20],
	["xai-", 20],
	["pplx-", 20],
	["r8_", 20],
	["fw_", 20],
	["csk-", 20],
	["nvapi-", 20],
	["tvly-", 20],
	["pcsk_", 20],
	["lsv2_(?:pt|sk)_", 20],
	["dapi(?=[0-9a-f]{32})", 32],
	["(?:hf|npm)_", 20],
	["gh[pousr]_", 20],
	["github_pat_", 20],
	["glpat-", 15],
	["xox[a-z]-", 10],
	["xapp-\\d-", 20],
	["AIza", 30],
	["ya29\\.", 20],
	["SG\\.[\\w-]{16,64}\\.", 16],
	["key-(?=[0-9a-f]{32})", 32],
	["whsec_", 20],
	["pypi-AgEI", 20],
	["dckr_pat_", 20],
	["do[opr]_v1_", 32],
	["shp(?:at|ca|pa|ss)_", 20],
	["lin_api_", 20],
	["ntn_", 20],
	["hv[sb]\\.", 20]
];
const assigned = "(?:[Pp]assw(?:or)?d|PASSW(?:OR)?D|[Pp]wd|PWD|[Ss]ecret|SECRET|[Aa]pi[_-]?[Kk]ey|API[_-]?KEY|[Tt]oken|TOKEN)";
const told = "(?:[Pp]assw(?:or)?d|[Pp]wd|[Ss]ecret|[Aa]pi[ _-]?[Kk]ey|API[ _-]?[Kk]ey|[Tt]oken)";
const value = "[^\\s\"',;&{}<>$*%()[\\]]";
const forms = [
	"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----",
	`\\b(?:${keyStarts.map(([start, rest]) => `${start}[\\w-]{${rest},255}`).join("|")})`,
	"\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
	"\\beyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\.[\\w-]{5,2000}",
	"https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[\\w/-]{10,200}",
	"https://(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/\\d{5,25}/[\\w-]{20,100}",
	"(?<=\\b(?:[Bb]earer|BEARER) {1,3})(?=[\\w.~+/-]{0,200}\\d)[\\w.~+/-]{20,2000}={0,2}",
	`(?<=${assigned}["']?=["']?)${value}{6,200}`,
	`(?<=${told}["']?: {0,3}["']?)(?=${value}{0,60}\\d)(?=${value}{0,60}[A-Za-z])${value}{6,200}`,
	"(?<=\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{0,64}:)[^\\s:/@{}<>$*%]{3,100}(?=@)"
];
const keyForm = new RegExp(forms.join("|"), "gu");

// src/core/publish/mask-personal-data.ts
function maskPersonalData(text) {
	if (!/[\d@=_]|[-.:][\w-]{3}|-----BEGIN|eyJ|AIza/u.test(text)) return text;
	return kinds.reduce((masked, { name, form, holds }) => masked.replaceAll(form, (found) => maskIn(found, name, holds)), text);
}
function maskIn(found, name, holds) {
	const length = holds === void 0 ? found.length : holds(found);
	return length === 0 ? found : `[${name}]${found.slice(length)}`;
}
const ipParts = {
	four: "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?!\\d|\\.\\d)",
	six: "(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}|(?:[\\da-f]{1,4}:){1,7}:(?:[\\da-f]{1,4}(?::[\\da-f]{1,4}){0,6})?"
};
const kinds = [
	{
		name: "key",
		form: keyForm
	},
	{
		name: "e-mail",
		form: /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu
	},
	{
		name: "IBAN",
		form: /\b[a-z]{2}\d{2}(?:[ \u00a0]?[a-z0-9]){11,30}/giu,
		holds: lengthOfIban
	},
	{
		name: "card",
		form: /(?<!\d)[2-6](?:[ \u00a0-]?\d){12,18}(?!\d)/gu,
		holds: (found) => isLuhn(digitsOf(found)) ? found.length : 0
	},
	{
		name: "IP",
		form: new RegExp(`(?<![\\w.:])(?:${ipParts.four}|${ipParts.six})`, "giu"),
		holds: (found) => /\d/u.test(found) ? found.length : 0
	},
	{
		name: "phone",
		form: /(?<![\p{L}\p{N}.,:/-])(?:\+|\()?\d[\d ()./\u00a0-]{5,22}\d(?![\p{L}\p{N}])/gu,
		holds: (found) => isPhone(found) ? found.length : 0
	}
];
function digitsOf(text) {
	return text.replaceAll(/\D/gu, "");
}
function isLuhn(digits) {
	return [...digits].toReversed().reduce((total, digit, at) => {
		const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0) % 10 === 0;
}
function lengthOfIban(found) {
	for (let length = found.length; length >= shortestIban; length -= 1) {
		const plain = found.slice(0, length).replaceAll(/\s/gu, "").toUpperCase();
		if (/\s/u.test(found.charAt(length - 1)) || plain.length < shortestIban) continue;
		if ([...`${plain.slice(4)}${plain.slice(0, 4)}`].reduce((rest, one) => {
			const value = Number.parseInt(one, 36);
			return (rest * (value > 9 ? 100 : 10) + value) % 97;
		}, 0) === 1) return length;
	}
	return 0;
}
const shortestIban = 15;
function isPhone(found) {
	const digits = digitsOf(found);
	if (digits.length < 7 || digits.length > 15) return false;
	if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|^\d+\.\d+$/u.test(found)) return false;
	if (/^\+|^00/u.test(found)) return digits.length >= 8;
	if (/^(?:0|\(0)/u.test(found)) return digits.length >= 9;
	return /^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/u.test(found);
}

export { maskPersonalData as t };