import type { Field } from '../../../catalogue/define.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { fieldText, valueText } from '../../../catalogue/text/shape.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useFamily } from '../../kit/words.ts';
import { requireOperation, rowFields } from '../../lib/family.ts';
import { Code } from '../../ui/copy.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';

/** Which blocks speak with which. */
export function PolicyCard({ row }: { readonly row: VpnConnection }) {
  const t = useT();
  return (
    <Card title={t('vpnConnection.policy')} flush>
      <table className="grid-table" aria-label={t('vpnConnection.policy')}>
        <thead>
          <tr>
            <th scope="col">{t('vpnConnection.near')}</th>
            <th scope="col">{t('vpnConnection.remote')}</th>
          </tr>
        </thead>
        <tbody>
          {row.SecurityPolicyDatabaseSet.map(({ LocalCidrBlock, RemoteCidrBlock }) => (
            <tr key={`${LocalCidrBlock} ${RemoteCidrBlock.join()}`}>
              <td>
                <Code>{LocalCidrBlock}</Code>
              </td>
              <td>
                <span className="flex flex-wrap gap-x-4">
                  {RemoteCidrBlock.map((block) => (
                    <Code key={block}>{block}</Code>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

type Options = 'IKEOptionsSpecification' | 'IPSECOptionsSpecification';

/** How the ends agree on keys, and how packets are sealed. */
export function Encryption({ row }: { readonly row: VpnConnection }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <OptionsCard row={row} of="IKEOptionsSpecification" />
      <OptionsCard row={row} of="IPSECOptionsSpecification" />
    </div>
  );
}

function OptionsCard({ row, of }: { readonly row: VpnConnection; readonly of: Options }) {
  const formats = useFormats();
  const { module, text, label } = useFamily('vpn-connection');
  const list = requireOperation(module, 'list');
  const shape: Field | undefined = rowFields(list.data)[of];
  const values: Readonly<Record<string, unknown>> = row[of];
  const items = shape?.kind === 'struct' ? Object.entries(shape.fields) : [];
  const shown = ([name, field]: readonly [string, Field]) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') return [];
    const words = field.kind === 'integer' ? formats.number(Number(value)) : valueText(text, list.name, `${of}.${name}`, String(value));
    return [{ key: name, name, label: fieldText(text, list.name, `${of}.${name}`).label, value: words }];
  };
  return (
    <Card title={label(of)}>
      <KeyValue columns={1} items={items.flatMap(shown)} />
    </Card>
  );
}
