/** The words of the catalogue, loaded by language and by family when first needed, and kept. */
import type { Family } from '../define.ts';
import type { ErrorTexts, ErrorWords, FamilyText, Language, ProblemTexts, Words } from './shape.ts';

type Loader<T> = () => Promise<T>;

const common: Record<Language, Loader<{ text: Words }>> = {
  en: () => import('./en/common.ts'),
  zh: () => import('./zh/common.ts'),
};

const problems: Record<Language, Loader<{ problems: ProblemTexts }>> = {
  en: () => import('./en/problems.ts'),
  zh: () => import('./zh/problems.ts'),
};

const errors: Record<Language, Loader<{ errors: ErrorWords }>> = {
  en: () => import('./en/errors.ts'),
  zh: () => import('./zh/errors.ts'),
};

/** One line a family and language, written out so that any bundler splits them. */
const families: Record<Language, Record<Family, Loader<{ text: FamilyText }>>> = {
  en: {
    vpc: () => import('./en/vpc.ts'),
    subnet: () => import('./en/subnet.ts'),
    'route-table': () => import('./en/route-table.ts'),
    'security-group': () => import('./en/security-group.ts'),
    'network-acl': () => import('./en/network-acl.ts'),
    eni: () => import('./en/eni.ts'),
    eip: () => import('./en/eip.ts'),
    'nat-gateway': () => import('./en/nat-gateway.ts'),
    peering: () => import('./en/peering.ts'),
    'vpn-gateway': () => import('./en/vpn-gateway.ts'),
    'vpn-connection': () => import('./en/vpn-connection.ts'),
    'customer-gateway': () => import('./en/customer-gateway.ts'),
    'direct-connect-gateway': () => import('./en/direct-connect-gateway.ts'),
    'classic-link': () => import('./en/classic-link.ts'),
    'parameter-template': () => import('./en/parameter-template.ts'),
    'flow-log': () => import('./en/flow-log.ts'),
    account: () => import('./en/account.ts'),
    task: () => import('./en/task.ts'),
    'cdb-instance': () => import('./en/cdb-instance.ts'),
    'gaap-proxy': () => import('./en/gaap-proxy.ts'),
    'cdn-service': () => import('./en/cdn-service.ts'),
  },
  zh: {
    vpc: () => import('./zh/vpc.ts'),
    subnet: () => import('./zh/subnet.ts'),
    'route-table': () => import('./zh/route-table.ts'),
    'security-group': () => import('./zh/security-group.ts'),
    'network-acl': () => import('./zh/network-acl.ts'),
    eni: () => import('./zh/eni.ts'),
    eip: () => import('./zh/eip.ts'),
    'nat-gateway': () => import('./zh/nat-gateway.ts'),
    peering: () => import('./zh/peering.ts'),
    'vpn-gateway': () => import('./zh/vpn-gateway.ts'),
    'vpn-connection': () => import('./zh/vpn-connection.ts'),
    'customer-gateway': () => import('./zh/customer-gateway.ts'),
    'direct-connect-gateway': () => import('./zh/direct-connect-gateway.ts'),
    'classic-link': () => import('./zh/classic-link.ts'),
    'parameter-template': () => import('./zh/parameter-template.ts'),
    'flow-log': () => import('./zh/flow-log.ts'),
    account: () => import('./zh/account.ts'),
    task: () => import('./zh/task.ts'),
    'cdb-instance': () => import('./zh/cdb-instance.ts'),
    'gaap-proxy': () => import('./zh/gaap-proxy.ts'),
    'cdn-service': () => import('./zh/cdn-service.ts'),
  },
};

const kept = new Map<string, Promise<unknown>>();

/** What was asked for once is not loaded again; a failed load is forgotten, so that it can be tried again. */
function once<T>(key: string, load: Loader<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined;
  if (known) return known;
  const loading = load();
  kept.set(key, loading);
  loading.catch(() => kept.delete(key));
  return loading;
}

/**
 * The words of a family with the common ones behind them, for `fieldText` and `valueText`.
 */
export function loadText(language: Language, family: Family): Promise<FamilyText> {
  return once(`${language}/${family}`, async () => {
    const [own, shared] = await Promise.all([families[language][family](), once(`${language}/common`, common[language])]);
    return {
      ...own.text,
      fields: { ...shared.text.fields, ...own.text.fields },
      values: { ...shared.text.values, ...own.text.values },
    };
  });
}

/** The sentences for the validator's issues; `problemText` fills them in. */
export const loadProblems = async (language: Language): Promise<ProblemTexts> =>
  (await once(`${language}/problems`, problems[language])).problems;

/** What each listed error code means and what to do; `explanationOf` finds the one that fits any code. */
export const loadErrors = (language: Language): Promise<ErrorTexts> =>
  once(`${language}/errors`, async () => {
    const [{ errors: words }, { errorCodes, errorFacts }] = await Promise.all([errors[language](), import('../errors.ts')]);
    return Object.fromEntries(
      errorCodes.map((code) => {
        const todo = words.todoFor?.[code] ?? words.todo[errorFacts(code)?.advice ?? 'retry'];
        return [code, { means: words.means[code] ?? code, todo }];
      }),
    );
  });
