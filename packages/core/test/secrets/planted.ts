const letters = (count: number) => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA'.repeat(6).slice(0, count);
const hex = (count: number) => '0a1b2c3d4e5f6978'.repeat(6).slice(0, count);
const upper = (count: number) => 'ABCDEFGH2345IJKLMNOP67'.repeat(3).slice(0, count);

/** Credentials of many kinds. Each is put together here, so that no scanner stumbles over this file. */
export const PLANTED: Readonly<Record<string, string>> = {
  'AWS access key id': `AKIA${upper(16)}`,
  'AWS session key id': `ASIA${upper(16)}`,
  'GitHub token': `ghp_${letters(36)}`,
  'GitHub app token': `ghs_${letters(36)}`,
  'GitHub fine-grained token': `github_pat_${letters(82)}`,
  'GitLab token': `glpat-${letters(20)}`,
  'Google API key': `AIza${letters(35)}`,
  'Hugging Face token': `hf_${letters(34)}`,
  'Stripe key': `sk_live_${letters(24)}`,
  'Slack token': `xoxb-${hex(12)}-${letters(24)}`,
  'Slack webhook': `https://hooks.slack.com/services/T${upper(8)}/B${upper(8)}/${letters(24)}`,
  'Discord webhook': `https://discord.com/api/webhooks/${'1'.repeat(18)}/${letters(60)}`,
  'SendGrid key': `SG.${letters(22)}.${letters(43)}`,
  'npm token': `npm_${letters(36)}`,
  'PyPI token': `pypi-${letters(120)}`,
  'Databricks token': `dapi${hex(32)}`,
  'Docker token': `dckr_pat_${letters(27)}`,
  'DigitalOcean token': `dop_v1_${hex(64)}`,
  'Shopify token': `shpat_${letters(32)}`,
  'Linear key': `lin_api_${letters(40)}`,
  'Mailchimp key': `${hex(32)}-us12`,
  'Twilio key': `SK${hex(32)}`,
  'Telegram token': `123456789:AA${letters(33)}`,
  'OpenAI key': `sk-proj-${letters(48)}`,
  'Anthropic key': `sk-ant-api03-${letters(93)}AA`,
  'JSON web token': `eyJ${letters(30)}.eyJ${letters(40)}.${letters(43)}`,
  'PostgreSQL address': 'postgresql+psycopg2://ann:pl4ntedPw@db.example.com:5432/sales',
  'MongoDB address': 'mongodb+srv://ann:pl4ntedPw@cluster0.example.net/sales',
  'address with a password': 'https://ann:pl4ntedPw@files.example.com/data.csv',
  'private key': `-----BEGIN RSA PRIVATE KEY-----\n${letters(64)}\n${letters(64)}\n-----END RSA PRIVATE KEY-----`,
};
