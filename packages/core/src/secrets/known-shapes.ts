import type { FindSecrets } from './types.ts';

/** Credentials that are known by their shape, with the variable that usually holds them. */
const SHAPES: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['PRIVATE_KEY', /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]{20,20000}?-----END [A-Z ]*-----/g],
  ['DATABASE_URL', /\b[a-z][a-z\d+]{1,30}:\/\/[^\s:/@'"{}$<>]{0,99}:[^\s@'"/{}$<>]{1,199}@[^\s'"]{1,999}/gi],
  ['AWS_ACCESS_KEY_ID', /\b(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z\d]{16}\b/g],
  ['ANTHROPIC_API_KEY', /\bsk-ant-[\w-]{20,}/g],
  ['OPENAI_API_KEY', /\bsk-(?!ant-)(?:proj-|svcacct-|admin-)?[\w-]{32,}/g],
  ['GITHUB_TOKEN', /\b(?:gh[opsur]_\w{36}|github_pat_\w{22,})\b/g],
  ['GITLAB_TOKEN', /\bglpat-[\w-]{20,}/g],
  ['GOOGLE_API_KEY', /\bAIza[\w-]{35}/g],
  ['HF_TOKEN', /\bhf_[A-Za-z\d]{30,}\b/g],
  ['STRIPE_API_KEY', /\b[rs]k_(?:live|test)_[A-Za-z\d]{16,}\b/g],
  ['SLACK_TOKEN', /\b(?:xox[abeoprs]|xapp)-[\w-]{10,}/g],
  ['SLACK_WEBHOOK_URL', /https:\/\/hooks\.slack\.com\/services\/[\w/]{20,}/g],
  ['DISCORD_WEBHOOK_URL', /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}/g],
  ['SENDGRID_API_KEY', /\bSG\.[\w-]{16,}\.[\w-]{16,}/g],
  ['NPM_TOKEN', /\bnpm_\w{36}\b/g],
  ['PYPI_TOKEN', /\bpypi-[\w-]{50,}/g],
  ['DATABRICKS_TOKEN', /\bdapi[\da-f]{32}\b/g],
  ['DOCKER_TOKEN', /\bdckr_pat_[\w-]{20,}/g],
  ['DIGITALOCEAN_TOKEN', /\bdo[opr]_v1_[\da-f]{64}\b/g],
  ['SHOPIFY_TOKEN', /\bshp(?:at|ca|pa|ss)_[A-Za-z\d]{32,}\b/g],
  ['LINEAR_API_KEY', /\blin_api_\w{32,}/g],
  ['MAILCHIMP_API_KEY', /\b[\da-f]{32}-us\d{1,2}\b/g],
  ['TWILIO_API_KEY', /\bSK[\da-f]{32}\b/g],
  ['TELEGRAM_TOKEN', /\b\d{8,10}:AA[\w-]{33}\b/g],
  ['AZURE_ACCOUNT_KEY', /(?<=\b(?:AccountKey|SharedAccessKey)=)[A-Za-z\d+/]{20,}={0,2}/g],
  ['ACCESS_TOKEN', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
  ['ACCESS_TOKEN', /(?<=\b(?:Bearer|Basic) )[\w.~+/-]{16,}={0,2}/g],
];

/** Finds credentials by their shape; of those that overlap, the first. */
export const findKnownShapes: FindSecrets = (text) => {
  const found = SHAPES.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.filter((one, at) => !found.slice(0, at).some((other) => overlap(one, other)));
};

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

const MARKS =
  /PRIVATE KEY|:\/\/[^\s:/@'"]{0,99}:[^\s@'"/]{1,199}@|\b(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|A3T)[A-Z\d]{16}|\bsk-|\bgh[opsur]_|github_pat_|\bglpat-|\bAIza|\bhf_|[rs]k_(?:live|test)_|\bxox[abeoprs]-|\bxapp-|hooks\.slack|api\/webhooks|\bSG\.|npm_|_authToken|pypi-|\bdapi[\da-f]|dckr_pat|do[opr]_v1_|\bshp(?:at|ca|pa|ss)_|lin_api_|[\da-f]{32}-us\d|\bSK[\da-f]{32}|\d{8,10}:AA|(?:Account|AccessKey|SharedAccess)Key|\beyJ|\bops_ey|\b(?:Bearer|Basic) [\w.~+/-]{16}|aws\w{0,9}(?:access|account)/i;

/** Tells cheaply whether a text may hold a credential: only then is it worth while to load a scanner for it. */
export function mayHoldSecrets(text: string): boolean {
  return MARKS.test(text);
}
