/** `npm run doctor`: everything about a set-up that reading can tell, and what to do about what is wrong. */
import type { Account } from '../accounts/account.ts';
import { findAccounts } from '../accounts/find.ts';
import { dialectOf } from '../accounts/registry.ts';
import { openCloud } from '../cloud.ts';
import { type Config, readConfig } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import type { TransportLimits } from '../upstream/transport.ts';
import { examine } from './examine.ts';
import { type AnyFinding, asJson, lastLines, lineOf, summaryOf, wayOf } from './report.ts';

interface DoctorOptions {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly etc?: string;
  readonly say: (line: string) => void;
  /** Milliseconds that one question may take. */
  readonly deadlineMs?: number;
  readonly limits?: TransportLimits;
  readonly metadataOrigin?: string;
}

const usage = `npm run doctor [-- --json]

Reads, and writes nothing: finds keys, asks who they are, and asks the cloud for its regions and for each list once.
Exit code 0: nothing failed. 1: something failed. 2: the settings cannot be used, or there are no keys.`;

const usualDeadlineMs = 15_000;

/** Resolves to the exit code. Never rejects but for a defect of ours. */
export async function runDoctor(options: DoctorOptions): Promise<number> {
  const { args, say } = options;
  if (args.includes('--help')) {
    say(usage);
    return 0;
  }
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    say(`"${unknown}" is nothing that this command takes.\n\n${usage}`);
    return 2;
  }
  const json = args.includes('--json');
  const findings: AnyFinding[] = [];
  const tell = (finding: AnyFinding): void => {
    findings.push(finding);
    if (!json) say(lineOf(finding));
  };
  const exitCode = await examineAll(options, tell);
  if (json) say(asJson(findings));
  else for (const line of lastLines(findings)) say(line);
  return exitCode ?? (summaryOf(findings).ok ? 0 : 1);
}

/** Null where the findings say how it went. */
async function examineAll(options: DoctorOptions, tell: (finding: AnyFinding) => void): Promise<2 | null> {
  const { config, accounts } = readSetUp(options, tell);
  if (config === null || accounts.length === 0) return 2;
  const cloud = openCloud({ ...options, config, onSkew: () => {} });
  try {
    for (const account of accounts) {
      const { region } = config;
      const dialect = dialectOf({ mode: 'real', dialect: config.dialect }, account);
      await examine(account, { cloud, region, dialect, onFinding: tell, deadlineMs: options.deadlineMs ?? usualDeadlineMs });
    }
  } finally {
    await cloud.transport.close();
  }
  return null;
}

interface SetUp {
  readonly config: Config | null;
  readonly accounts: readonly Account[];
}

function readSetUp(options: DoctorOptions, tell: (finding: AnyFinding) => void): SetUp {
  try {
    const config = readConfig(options.env);
    tell(wayOf(config));
    const { accounts, problems, warnings } = findAccounts({ ...options, config });
    for (const says of warnings) tell({ check: 'sources', status: 'warn', says });
    for (const { source, reason } of problems) tell({ check: 'sources', status: 'fail', says: `${source}: ${reason}` });
    const signing = accounts.filter(({ vendor }) => vendor === 'tencent');
    if (signing.length > 0) {
      const says = `${signing.map(({ id, source }) => `${id} (${source})`).join(', ')}.`;
      tell({ check: 'sources', status: 'ok', says });
    } else tell({ check: 'sources', status: 'fail', says: noKeys });
    return { config, accounts: signing };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tell({ check: 'settings', status: 'fail', says: error.message });
    return { config: null, accounts: [] };
  }
}

const noKeys =
  'No keys: neither TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, TENCENTCLOUD_CAM_ROLE_NAME nor TKE_ROLE_ARN are set, and neither ' +
  '~/.tencentcloud/credentials, /etc/tencentcloud/credentials nor ~/.tccli/*.credential hold any. Without keys Weft shows the demo cloud.';
