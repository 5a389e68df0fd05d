/** Beginnings by which services let their keys be known, each with how long the rest is at least. */
const keyStarts: readonly (readonly [start: string, rest: number])[] = [
  // OpenAI, Anthropic, OpenRouter, DeepSeek, Langfuse, Stripe
  ['(?:sk|pk|rk)[-_]', 16],
  // Groq, xAI, Perplexity, Replicate, Fireworks, Cerebras, NVIDIA, Tavily, Pinecone, LangSmith, Databricks
  ['gsk_', 20],
  ['xai-', 20],
  ['pplx-', 20],
  ['r8_', 20],
  ['fw_', 20],
  ['csk-', 20],
  ['nvapi-', 20],
  ['tvly-', 20],
  ['pcsk_', 20],
  ['lsv2_(?:pt|sk)_', 20],
  ['dapi(?=[0-9a-f]{32})', 32],
  // Hugging Face, npm, GitHub, GitLab, Slack, Google, SendGrid, Mailgun, PyPI, Docker, DigitalOcean, Shopify, Linear, Notion, Vault
  ['(?:hf|npm)_', 20],
  ['gh[pousr]_', 20],
  ['github_pat_', 20],
  ['glpat-', 15],
  ['xox[a-z]-', 10],
  ['xapp-\\d-', 20],
  ['AIza', 30],
  ['ya29\\.', 20],
  ['SG\\.[\\w-]{16,64}\\.', 16],
  ['key-(?=[0-9a-f]{32})', 32],
  ['whsec_', 20],
  ['pypi-AgEI', 20],
  ['dckr_pat_', 20],
  ['do[opr]_v1_', 32],
  ['shp(?:at|ca|pa|ss)_', 20],
  ['lin_api_', 20],
  ['ntn_', 20],
  ['hv[sb]\\.', 20],
];

/** What a program calls a secret, behind `=`. */
const assigned =
  '(?:[Pp]assw(?:or)?d|PASSW(?:OR)?D|[Pp]wd|PWD|[Ss]ecret|SECRET|[Aa]pi[_-]?[Kk]ey|API[_-]?KEY|[Tt]oken|TOKEN)';
/** What people and maps call one, behind a colon. */
const told = '(?:[Pp]assw(?:or)?d|[Pp]wd|[Ss]ecret|[Aa]pi[ _-]?[Kk]ey|API[ _-]?[Kk]ey|[Tt]oken)';
/** A character of a value: not of a placeholder, nor of a call. */
const value = '[^\\s"\',;&{}<>$*%()[\\]]';

const forms = [
  '-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----',
  `\\b(?:${keyStarts.map(([start, rest]) => `${start}[\\w-]{${rest},255}`).join('|')})`,
  '\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b',
  '\\beyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\.[\\w-]{5,2000}',
  // Whoever has such an address may write to the channel.
  'https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[\\w/-]{10,200}',
  'https://(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/\\d{5,25}/[\\w-]{20,100}',
  '(?<=\\b(?:[Bb]earer|BEARER) {1,3})(?=[\\w.~+/-]{0,200}\\d)[\\w.~+/-]{20,2000}={0,2}',
  `(?<=${assigned}["']?=["']?)${value}{6,200}`,
  // Behind a colon prose goes on: there a value has letters and digits.
  `(?<=${told}["']?: {0,3}["']?)(?=${value}{0,60}\\d)(?=${value}{0,60}[A-Za-z])${value}{6,200}`,
  // In an address, behind the name of who logs in.
  '(?<=\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{0,64}:)[^\\s:/@{}<>$*%]{3,100}(?=@)',
];

/** Keys, tokens and passwords in a text, by how services begin them or by what stands before them. Each match is of bounded length. */
export const keyForm = new RegExp(forms.join('|'), 'gu');
