import { useT } from '../../i18n/index.ts';
import { useConsole, useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';

/** Which cloud and which account everything on these pages is about. */
export function CloudCard() {
  const t = useT();
  const info = useConsole();
  const { account } = useScope();
  if (!info) return null;
  const current = info.accounts.find((item) => item.id === (account ?? info.defaultAccount));
  const demo = info.mode === 'demo';
  return (
    <Card title={t('overview.cloud')}>
      <p className="mb-2">{demo ? t('overview.cloudDemo') : t('overview.cloudReal')}</p>
      <KeyValue
        columns={1}
        items={[
          { key: 'account', label: t('shell.account'), value: current?.name ?? account },
          { key: 'uin', label: 'UIN', value: current?.uin ? <Code copy>{current.uin}</Code> : t('overview.uinUnknown') },
          ...(info.endpoints.vpc ? [{ key: 'endpoint', label: t('overview.endpoint'), value: <Code>{info.endpoints.vpc}</Code> }] : []),
          { key: 'version', label: 'Weft', value: info.version },
        ]}
      />
    </Card>
  );
}
